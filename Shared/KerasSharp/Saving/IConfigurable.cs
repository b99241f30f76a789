namespace KerasSharp.Saving;

/// <summary>What can be saved and made again: its configuration holds its constructor's arguments.</summary>
public interface IConfigurable
{
    /// <summary>The constructor's arguments, under Keras's names.</summary>
    Config get_config();
}

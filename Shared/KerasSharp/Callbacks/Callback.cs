using KerasSharp.Models;

namespace KerasSharp.Callbacks;

/// <summary>
/// Follows <c>fit</c>, <c>evaluate</c> and <c>predict</c> through its hooks, and may act on what happens. A derived class overrides only the hooks
/// it needs. Source: <see href="https://keras.io/api/callbacks/base_callback/"/>.
/// </summary>
public abstract class Callback
{
#pragma warning disable CA1051 // fields, since C# reserves the names set_model and set_params for the setters of properties
    /// <summary>The model that is trained; set before the first hook.</summary>
    public Model model = null!;

    /// <summary><c>verbose</c>, <c>epochs</c>, <c>steps</c> of the call; steps is null where it is not known yet.</summary>
    public IReadOnlyDictionary<string, int?> @params = new Dictionary<string, int?>();
#pragma warning restore CA1051

    /// <summary>Sets the model that the callback watches.</summary>
    public virtual void set_model(Model model) => this.model = model;

    /// <summary>Sets the arguments of the call: <c>verbose</c>, <c>epochs</c>, <c>steps</c>.</summary>
    public virtual void set_params(IReadOnlyDictionary<string, int?> @params) => this.@params = @params;

    /// <summary>An epoch begins; counted from 0.</summary>
    public virtual void on_epoch_begin(int epoch, Logs? logs = null)
    {
    }

    /// <summary>An epoch has ended, validation included. What is added to <paramref name="logs"/> later callbacks and History see.</summary>
    public virtual void on_epoch_end(int epoch, Logs? logs = null)
    {
    }

    /// <summary>The old name of <see cref="on_train_batch_begin"/>, which calls it.</summary>
    public virtual void on_batch_begin(int batch, Logs? logs = null)
    {
    }

    /// <summary>The old name of <see cref="on_train_batch_end"/>, which calls it.</summary>
    public virtual void on_batch_end(int batch, Logs? logs = null)
    {
    }

    /// <summary>A training batch begins; counted from 0 in its epoch.</summary>
    public virtual void on_train_batch_begin(int batch, Logs? logs = null) => on_batch_begin(batch, logs);

    /// <summary>A training batch has ended; the logs hold the epoch's running means.</summary>
    public virtual void on_train_batch_end(int batch, Logs? logs = null) => on_batch_end(batch, logs);

    /// <summary>A batch of <c>evaluate</c>, or of the validation, begins.</summary>
    public virtual void on_test_batch_begin(int batch, Logs? logs = null)
    {
    }

    /// <summary>A batch of <c>evaluate</c>, or of the validation, has ended.</summary>
    public virtual void on_test_batch_end(int batch, Logs? logs = null)
    {
    }

    /// <summary>A batch of <c>predict</c> begins.</summary>
    public virtual void on_predict_batch_begin(int batch, Logs? logs = null)
    {
    }

    /// <summary>A batch of <c>predict</c> has ended.</summary>
    public virtual void on_predict_batch_end(int batch, Logs? logs = null)
    {
    }

    /// <summary><c>fit</c> begins.</summary>
    public virtual void on_train_begin(Logs? logs = null)
    {
    }

    /// <summary><c>fit</c> ends, also when it is cancelled.</summary>
    public virtual void on_train_end(Logs? logs = null)
    {
    }

    /// <summary><c>evaluate</c>, or the validation, begins.</summary>
    public virtual void on_test_begin(Logs? logs = null)
    {
    }

    /// <summary><c>evaluate</c>, or the validation, ends.</summary>
    public virtual void on_test_end(Logs? logs = null)
    {
    }

    /// <summary><c>predict</c> begins.</summary>
    public virtual void on_predict_begin(Logs? logs = null)
    {
    }

    /// <summary><c>predict</c> ends.</summary>
    public virtual void on_predict_end(Logs? logs = null)
    {
    }
}

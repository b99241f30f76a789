using KerasSharp.Tests.Callbacks;
using static KerasSharp.keras;

namespace KerasSharp.Tests.Errors;

// Callbacks. A schedule that returns a string (learning_rate_scheduler_result) has no twin: the compiler refuses it.
public static partial class ErrorTwins
{
    public static void early_stopping_unknown_mode()
    {
        using var quiet = new RecordedWarnings();
        callbacks.EarlyStopping(mode: "smallest");
    }

    public static void early_stopping_missing_monitor()
    {
        using var quiet = new RecordedWarnings();
        Classifier().fit(Data(8, 4), Data(8, 3), callbacks: [callbacks.EarlyStopping("val_loss")], verbose: 0);
    }

    public static void checkpoint_unknown_save_freq() => callbacks.ModelCheckpoint("m.keras", save_freq: "daily");

    public static void checkpoint_bad_placeholder()
        => Classifier().fit(Data(8, 4), Data(8, 3), callbacks: [callbacks.ModelCheckpoint("m{val_loss:.2f}.keras")], verbose: 0);

    public static void reduce_lr_factor() => callbacks.ReduceLROnPlateau(factor: 1.0);
}

namespace KerasSharp;

public static partial class keras
{
    public static partial class backend
    {
        /// <summary>What calls take as <c>training</c> if neither they nor a call around them say it; null if it was not set.</summary>
        internal static bool? LearningPhase { get; private set; }

        /// <summary>1 if layers train unless they are told otherwise, else 0.</summary>
        public static int learning_phase() => LearningPhase == true ? 1 : 0;

        /// <summary>Sets what layers take as <c>training</c> if neither the call nor one around it says it. Keras keeps this for old programs.</summary>
        /// <param name="value">0 for inference, 1 for training.</param>
        /// <exception cref="ValueError">It is another number, in Keras's words.</exception>
        public static void set_learning_phase(int value) => LearningPhase = value is 0 or 1 ? value == 1 : throw new ValueError("Expected learning phase to be 0 or 1.");
    }
}

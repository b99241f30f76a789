namespace KerasSharp;

public static partial class keras
{
    public static partial class utils
    {
        /// <summary>
        /// Batches that are made by their number, in any order: <c>fit</c> shuffles the numbers, not the samples. <see cref="__getitem__"/> runs on
        /// another thread than the training. Source: <see href="https://www.tensorflow.org/versions/r2.15/api_docs/python/tf/keras/utils/Sequence"/>.
        /// </summary>
        public abstract class Sequence
        {
            /// <summary>The number of batches.</summary>
            public abstract int __len__();

            /// <summary>The batch of a number: inputs, or a tuple of inputs, targets and weights.</summary>
            /// <param name="index">From 0 to one less than <see cref="__len__"/>.</param>
            public abstract Data __getitem__(int index);

            /// <summary>Called after each epoch.</summary>
            public virtual void on_epoch_end()
            {
            }
        }
    }
}

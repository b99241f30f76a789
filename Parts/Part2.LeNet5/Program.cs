Console.WriteLine("TensorFlow");

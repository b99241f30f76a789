namespace KerasSharp;

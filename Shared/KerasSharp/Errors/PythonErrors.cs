namespace KerasSharp;

// Python's exceptions, each derived from the .NET exception that fits. The message is Keras's own, nothing appended:
// so no parameter name is handed to the base classes, which would add "(Parameter '…')".

/// <summary>An argument has the right type but a wrong value (Python's <c>ValueError</c>).</summary>
public class ValueError(string message, Exception? inner = null) : ArgumentException(message, inner);

/// <summary>An argument has a wrong type, or an unknown keyword was given (Python's <c>TypeError</c>).</summary>
public class TypeError(string message, Exception? inner = null) : ArgumentException(message, inner);

/// <summary>An index is out of range (Python's <c>IndexError</c>).</summary>
public class IndexError(string message, Exception? inner = null) : ArgumentException(message, inner);

/// <summary>A name is not in a dictionary (Python's <c>KeyError</c>).</summary>
public class KeyError(string message, Exception? inner = null) : KeyNotFoundException(message, inner);

/// <summary>An object lacks an attribute, or it is not defined yet (Python's <c>AttributeError</c>).</summary>
public class AttributeError(string message, Exception? inner = null) : InvalidOperationException(message, inner);

/// <summary>A call comes at a wrong time, such as <c>fit</c> before <c>compile</c> (Python's <c>RuntimeError</c>).</summary>
public class RuntimeError(string message, Exception? inner = null) : InvalidOperationException(message, inner);

/// <summary>A feature that Keras has and this library has not (Python's <c>NotImplementedError</c>).</summary>
public class NotImplementedError(string message, Exception? inner = null) : NotSupportedException(message, inner);

/// <summary>A file or folder cannot be read or written (Python's <c>OSError</c>).</summary>
public class OSError(string message, Exception? inner = null) : IOException(message, inner);

/// <summary>An operation refuses its inputs when it runs (TensorFlow's <c>tf.errors.InvalidArgumentError</c>).</summary>
public class InvalidArgumentError(string message, Exception? inner = null) : ValueError(message, inner);

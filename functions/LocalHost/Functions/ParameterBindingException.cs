namespace LocalHost.Functions;

/// <summary>What a trigger brought does not fit a parameter's type: the sender's mistake, not the function's.</summary>
public sealed class ParameterBindingException(string message, Exception innerException) : Exception(message, innerException);

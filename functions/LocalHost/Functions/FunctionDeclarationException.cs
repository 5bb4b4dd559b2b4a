namespace LocalHost.Functions;

/// <summary>A function is declared in a way that the Functions host refuses.</summary>
public sealed class FunctionDeclarationException(string function, string problem) : Exception($"The function '{function}' {problem}");

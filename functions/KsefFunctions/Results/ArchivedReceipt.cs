namespace KsefFunctions.Results;

/// <summary>A receipt that lies in the archive.</summary>
/// <param name="Name">Its name in the container <c>archive</c>.</param>
/// <param name="Content">The document.</param>
public sealed record ArchivedReceipt(string Name, ReadOnlyMemory<byte> Content);

namespace KsefFunctions.Results;

/// <summary>Output of <see cref="StoreUpos"/>.</summary>
/// <param name="Names">Names in the container <c>archive</c>.</param>
public sealed record StoredUpos(IReadOnlyList<string> Names)
{
    public static StoredUpos None { get; } = new([]);
}

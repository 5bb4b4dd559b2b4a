namespace Benchmarks.Flow;

/// <summary>A file that is dropped.</summary>
/// <param name="Nip">The company's folder in the inbox.</param>
/// <param name="Name">In that folder.</param>
/// <param name="Content">An invoice, or a package of them.</param>
internal sealed record Drop(string Nip, string Name, byte[] Content)
{
    public string Path => $"{Nip}/{Name}";
}

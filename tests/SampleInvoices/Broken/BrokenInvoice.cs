namespace SampleInvoices.Broken;

/// <summary>A file that must not reach KSeF.</summary>
/// <param name="Name">What is wrong with it.</param>
/// <param name="Code">Number of the finding that must say so, in the catalogue of Ksef.Invoices.</param>
/// <param name="Content">The file's bytes.</param>
public sealed record BrokenInvoice(string Name, string Code, byte[] Content)
{
    /// <summary>Shown by test runners.</summary>
    public override string ToString() => $"{Code} {Name}";
}

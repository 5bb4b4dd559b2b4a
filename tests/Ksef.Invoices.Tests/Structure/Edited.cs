using System.Text;
using SampleInvoices;

namespace Ksef.Invoices.Tests.Structure;

/// <summary>Samples with pieces of their text replaced.</summary>
internal static class Edited
{
    /// <summary>The ordinary sample: each old piece gives way to a new one, once.</summary>
    public static byte[] Sample(params ReadOnlySpan<(string Old, string New)> edits) => Sample(new SampleInvoice(), edits);

    public static byte[] Sample(SampleInvoice invoice, params ReadOnlySpan<(string Old, string New)> edits)
    {
        var text = Encoding.UTF8.GetString(invoice.ToBytes());
        foreach (var (old, replacement) in edits)
        {
            var at = text.IndexOf(old, StringComparison.Ordinal);
            at.ShouldBeGreaterThanOrEqualTo(0, $"the sample has no '{old}'");
            text = string.Concat(text.AsSpan(0, at), replacement, text.AsSpan(at + old.Length));
        }

        return Encoding.UTF8.GetBytes(text);
    }
}

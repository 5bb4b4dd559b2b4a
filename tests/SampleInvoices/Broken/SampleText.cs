using System.Text;

namespace SampleInvoices.Broken;

/// <summary>Changes to the text of valid samples.</summary>
internal static class SampleText
{
    public static string Of(SampleInvoice invoice) => Encoding.UTF8.GetString(invoice.ToBytes());

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>A broken file made from the ordinary sample: each old piece of its text gives way to a new one, once.</summary>
    public static BrokenInvoice Edit(string name, string code, params ReadOnlySpan<(string Old, string New)> edits) =>
        Edit(name, code, new SampleInvoice(), edits);

    /// <summary>A broken file made from a sample.</summary>
    public static BrokenInvoice Edit(string name, string code, SampleInvoice invoice, params ReadOnlySpan<(string Old, string New)> edits)
    {
        var text = Of(invoice);
        foreach (var (old, replacement) in edits)
        {
            var at = text.IndexOf(old, StringComparison.Ordinal);
            if (at < 0)
            {
                throw new InvalidOperationException($"The sample has no '{old}' to replace.");
            }

            text = string.Concat(text.AsSpan(0, at), replacement, text.AsSpan(at + old.Length));
        }

        return new BrokenInvoice(name, code, Bytes(text));
    }
}

using System.IO.Compression;
using Ksef.Invoices;

namespace LocalHost.Drops;

/// <summary>Finds the company in whose name a file is sent: the seller of the invoice, or of the first invoice of a ZIP.</summary>
internal sealed class ContextReader(InvoiceChecker checker)
{
    // KSeF takes no invoice above 3 MB: what is larger is refused later, whoever sent it.
    private const int MostBytes = 3_000_000;

    private static readonly InvoiceCheckOptions AnyInvoice = new() { EnforceNipChecksum = false };

    /// <summary>The seller's NIP; null where none can be read.</summary>
    public string? Read(Drop drop)
    {
        using Stream content = drop.Open();
        if (!drop.Name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
        {
            return ReadInvoice(content);
        }

        try
        {
            using var archive = new ZipArchive(content, ZipArchiveMode.Read);
            foreach (ZipArchiveEntry entry in archive.Entries.Where(entry => entry.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)))
            {
                using Stream invoice = entry.Open();
                if (ReadInvoice(invoice) is { } nip)
                {
                    return nip;
                }
            }
        }
        catch (InvalidDataException)
        {
            // A broken archive is the app's to report.
        }

        return null;
    }

    private string? ReadInvoice(Stream content)
    {
        byte[] buffer = new byte[MostBytes];
        int read = content.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        string? nip = checker.Check(buffer.AsMemory(0, read), AnyInvoice).Invoice?.SellerNip;
        return nip is { Length: 10 } && nip.All(char.IsAsciiDigit) ? nip : null;
    }
}

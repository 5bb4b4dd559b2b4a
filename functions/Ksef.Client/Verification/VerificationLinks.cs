using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;

namespace Ksef.Client;

/// <summary>
/// What the QR codes of printed invoices say. KOD I leads to KSeF's own page about an invoice:
/// <c>{QR address}/invoice/{NIP of the seller}/{date of issue, dd-MM-yyyy}/{SHA-256 of the invoice, Base64URL without padding}</c>.
/// Source: CIRFMF/ksef-docs, kody-qr.md, section 1.
/// </summary>
public static class VerificationLinks
{
    private const int NipLength = 10;

    /// <summary>KOD I of one invoice.</summary>
    /// <param name="environment">The KSeF that has the invoice.</param>
    /// <param name="sellerNip">NIP of the seller (Podmiot1), ten digits.</param>
    /// <param name="issueDate">Date of issue: P_1 in FA; the rule names no field of the other forms.</param>
    /// <param name="invoiceHash">SHA-256 of the invoice's bytes, Base64, as <see cref="SessionInvoice.InvoiceHash"/>.</param>
    /// <returns>Null when the environment has no such page.</returns>
    /// <exception cref="ArgumentException">The NIP does not have ten digits, or the hash is not 32 bytes long.</exception>
    /// <exception cref="FormatException">The hash is not Base64.</exception>
    public static Uri? ToInvoice(KsefEnvironment environment, string sellerNip, DateOnly issueDate, string invoiceHash)
    {
        ArgumentNullException.ThrowIfNull(environment);
        ArgumentNullException.ThrowIfNull(sellerNip);
        ArgumentNullException.ThrowIfNull(invoiceHash);
        if (environment.QrAddress is not { } address)
        {
            return null;
        }

        if (sellerNip.Length != NipLength || !sellerNip.All(char.IsAsciiDigit))
        {
            throw new ArgumentException("A NIP has ten digits.", nameof(sellerNip));
        }

        var hash = Convert.FromBase64String(invoiceHash);
        return hash.Length == SHA256.HashSizeInBytes
            ? new Uri(address, string.Create(CultureInfo.InvariantCulture, $"invoice/{sellerNip}/{issueDate:dd-MM-yyyy}/{Base64Url.EncodeToString(hash)}"))
            : throw new ArgumentException("A SHA-256 is 32 bytes long.", nameof(invoiceHash));
    }
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using KsefFunctions.Files;
using KsefFunctions.Tests.Ledger;

namespace KsefFunctions.Tests.Index;

/// <summary>Files of a company for the index: each received a minute after the one before.</summary>
internal static class IndexedFile
{
    public const string Nip = "5265877635";

    public static readonly DateTimeOffset Began = new(2026, 11, 2, 8, 0, 0, TimeSpan.Zero);

    /// <summary>A file with these invoices.</summary>
    public static FileRecord Of(int minute, string nip, string path, params InvoiceRow[] rows)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{nip} {minute} {path}")));
        var at = Began.AddMinutes(minute);
        return AnyFile.Record with
        {
            Id = FileIdentity.Of(nip, hash),
            LedgerName = global::KsefFunctions.Ledger.LedgerStore.NameFor(FileIdentity.Of(nip, hash), at),
            ContextNip = nip,
            Sha256 = hash,
            Paths = [path],
            ReceivedAt = at,
            Outcome = FileOutcome.Validated,
            Invoices = rows,
        };
    }

    /// <summary>An invoice that passed the checks.</summary>
    public static InvoiceRow Row(int ordinal, string number) => new()
    {
        Ordinal = ordinal,
        Name = string.Create(CultureInfo.InvariantCulture, $"{ordinal}.xml"),
        InvoiceHash = number,
        Size = 1,
        Schema = "FA(3)",
        InvoiceType = "VAT",
        Number = number,
        SellerNip = Nip,
        BuyerNip = "1111111111",
        BuyerName = "Piekarnia Pod Kłosem sp. z o.o.",
        IssueDate = new DateOnly(2026, 11, 2),
        TotalGross = 123.45m,
        Currency = "PLN",
    };

    /// <summary>The file with all invoices accepted.</summary>
    public static FileRecord Accepted(this FileRecord file, string session = "20261102-SB-0000000000-0000000000-01") => file with
    {
        Outcome = FileOutcome.Accepted,
        Invoices = [.. file.Invoices.Select(row => row with { Outcome = InvoiceOutcome.Accepted, KsefNumber = NumberOf(row), SessionReferenceNumber = session, AcquisitionDate = Began })],
    };

    private static string NumberOf(InvoiceRow row) => $"{Nip}-20261102-{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(row.Number!)).AsSpan(0, 6))}-A1";
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using KsefFunctions.Files;
using KsefFunctions.Index;
using KsefFunctions.Ledger;

namespace Benchmarks.Index;

/// <summary>Invoices of fifty companies in a year: a fifth are of the largest one, a tenth came alone, the others in packages of a hundred.</summary>
internal sealed class IndexData(int invoices)
{
    private const int Companies = 50;
    private const int Package = 100;

    private static readonly DateTimeOffset Start = new(2026, 1, 1, 6, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Year = TimeSpan.FromDays(334);

    /// <summary>A company of average size.</summary>
    public static string SmallCompany => Nip(25);

    public static DateTimeOffset MonthFrom => new(2026, 10, 1, 0, 0, 0, TimeSpan.Zero);

    public static DateTimeOffset MonthTo => MonthFrom.AddMonths(1);

    public IEnumerable<FileRecord> Files => Enumerable.Range(0, Companies).SelectMany(FilesOf);

    public static IReadOnlyList<(string Name, InvoiceFilter Filter)> Searches =>
    [
        ("first page, all companies", new InvoiceFilter()),
        ("first page, largest company", new InvoiceFilter { ContextNip = Nip(0) }),
        ("number", new InvoiceFilter { Number = "FV/25/77" }),
        ("KSeF number", new InvoiceFilter { KsefNumber = KsefNumber(25, 77) }),
        ("buyer", new InvoiceFilter { BuyerNip = BuyerNip(25 + 7) }),
        ("name", new InvoiceFilter { BuyerName = "Odbiorca 499" }),
        ("file", new InvoiceFilter { File = "25-p3.zip" }),
        ("amount", new InvoiceFilter { AmountFrom = 107.77m, AmountTo = 107.77m }),
        ("day of issue", new InvoiceFilter { IssuedFrom = new DateOnly(2026, 5, 5), IssuedTo = new DateOnly(2026, 5, 5) }),
        ("rejected", new InvoiceFilter { Status = InvoiceStatus.Rejected }),
        ("accepted, largest company", new InvoiceFilter { Status = InvoiceStatus.Accepted, ContextNip = Nip(0) }),
        ("schema", new InvoiceFilter { Schema = "PEF(3)" }),
        ("session", new InvoiceFilter { Session = Session(25, 3) }),
        ("nothing", new InvoiceFilter { Number = "ZZ/1" }),
    ];

    private static string Nip(int company) => (5_000_000_000 + company).ToString(CultureInfo.InvariantCulture);

    private static string BuyerNip(int buyer) => (7_000_000_000 + buyer).ToString(CultureInfo.InvariantCulture);

    private static string KsefNumber(int company, int invoice) =>
        $"{Nip(company)}-20261118-{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{company}/{invoice}")).AsSpan(0, 6))}-A1";

    private static string Session(int company, int file) => string.Create(CultureInfo.InvariantCulture, $"20261118-SB-{company:D10}-{file:D10}-01");

    private IEnumerable<FileRecord> FilesOf(int company)
    {
        var count = company == 0 ? invoices / 5 : invoices * 4 / 5 / (Companies - 1);
        for (var (first, file) = (0, 0); first < count; file++)
        {
            var size = Math.Min(file % 11 == 10 ? Package : 1, count - first);
            if (file % 11 < 10 && first >= count / 10)
            {
                size = Math.Min(Package, count - first);
            }

            yield return FileOf(company, file, first, size, count);
            first += size;
        }
    }

    private static FileRecord FileOf(int company, int file, int first, int size, int count)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{company} {file}")));
        var at = Start + (Year * ((double)first / count));
        var id = FileIdentity.Of(Nip(company), hash);
        return new FileRecord
        {
            Id = id,
            LedgerName = LedgerStore.NameFor(id, at),
            ContextNip = Nip(company),
            Sha256 = hash,
            Size = 1,
            Paths = [$"{Nip(company)}/{company}-p{file}.zip"],
            ReceivedAt = at,
            Outcome = FileOutcome.Accepted,
            Invoices = [.. Enumerable.Range(0, size).Select(ordinal => RowOf(company, file, first + ordinal, ordinal + 1, at))],
        };
    }

    private static InvoiceRow RowOf(int company, int file, int invoice, int ordinal, DateTimeOffset at)
    {
        var isRejected = invoice % 97 == 96;
        return new InvoiceRow
        {
            Ordinal = ordinal,
            Name = $"{ordinal}.xml",
            InvoiceHash = "hash",
            Size = 3000,
            Outcome = isRejected ? InvoiceOutcome.Rejected : InvoiceOutcome.Accepted,
            Schema = invoice % 50 == 49 ? "PEF(3)" : "FA(3)",
            InvoiceType = "VAT",
            Number = $"FV/{company}/{invoice}",
            SellerNip = Nip(company),
            BuyerNip = BuyerNip(company + (invoice % 500)),
            BuyerName = $"Odbiorca {company + (invoice % 500)} sp. z o.o.",
            IssueDate = DateOnly.FromDateTime(at.Date),
            TotalGross = 100m + (invoice % 1000) + 0.77m,
            Currency = "PLN",
            KsefNumber = isRejected ? null : KsefNumber(company, invoice),
            AcquisitionDate = isRejected ? null : at.AddMinutes(1),
            SessionReferenceNumber = isRejected ? null : Session(company, file),
        };
    }
}

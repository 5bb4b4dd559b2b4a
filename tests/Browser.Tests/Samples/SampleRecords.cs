using KsefFunctions.Errors;
using KsefFunctions.Files;
using KsefFunctions.Ledger;
using SampleInvoices;

namespace Browser.Tests.Samples;

/// <summary>Files in every state, as the ledger keeps them.</summary>
internal static class SampleRecords
{
    /// <summary>A buyer's name that tries to become part of the page.</summary>
    public const string HostileName = "<img src=x onerror=\"window.ran=true\">";

    public const int InvoicesInPackage = 120;

    /// <summary>The company that only <see cref="Duplicate"/> belongs to.</summary>
    public static string OtherCompany { get; } = SampleNips.At(4711);

    public static FileRecord Accepted { get; } = One(1, FileOutcome.Accepted) with
    {
        Upos = ["upo/accepted.xml"],
        TraceParent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
    };

    public static FileRecord Rejected { get; } = One(2, FileOutcome.Rejected, InvoiceErrors.RejectedByKsef.Record(450, "Błąd weryfikacji semantyki dokumentu faktury"));

    public static FileRecord Duplicate { get; } = One(3, FileOutcome.Duplicate, InvoiceErrors.ForeignDuplicate.Record("9990000018-20260201-0A1B2C3D4E5F-7A")) with { ContextNip = OtherCompany };

    public static FileRecord DeadLettered { get; } = One(4, FileOutcome.DeadLettered) with
    {
        Errors = [SignInErrors.NoPermission.Record(SampleNips.Seller, 415)],
        Attempt = 2,
    };

    public static FileRecord Processing { get; } = One(5, FileOutcome.Processing);

    public static FileRecord AwaitingApproval { get; } = One(6, FileOutcome.AwaitingApproval);

    public static FileRecord Refused { get; } = One(7, FileOutcome.Refused) with
    {
        Errors = [FileErrors.Refused.Record("Barbara Nowak")],
        Approval = new ApprovalRecord(Approved: false, "Barbara Nowak", DateTimeOffset.UnixEpoch, "Klient poprosił o inny termin płatności."),
    };

    public static FileRecord Trial { get; } = One(8, FileOutcome.Validated) with { DryRun = true };

    public static FileRecord Hostile { get; } = WithBuyer(One(9, FileOutcome.Accepted), HostileName);

    public static FileRecord Package { get; } = SamplePackage.Of(Record(10, FileOutcome.PartlyAccepted, "paczka.zip"), InvoicesInPackage);

    /// <summary>Accepted with two warnings, and turned into an offline invoice.</summary>
    public static FileRecord Questionable { get; } = Offline(One(
        11,
        FileOutcome.Accepted,
        new RecordedError("KSF-1306", "The NIP stands in NrVatUE.", "NIP jest w polu NrVatUE.", Warning: true),
        new RecordedError("KSF-1338", "The account is mistyped.", "W numerze rachunku jest błąd.", Warning: true)));

    /// <summary>All of them, a minute apart, the first the newest; and enough older ones for a second page of the list.</summary>
    public static IEnumerable<FileRecord> All(DateTimeOffset now)
    {
        FileRecord[] special = [Accepted, Rejected, Duplicate, DeadLettered, Processing, AwaitingApproval, Refused, Trial, Hostile, Package, Questionable];
        var older = Enumerable.Range(100, 60).Select(number => One(number, FileOutcome.Accepted));
        return special.Concat(older).Select((record, index) => At(record, now.AddMinutes(-5 * (index + 1))));
    }

    /// <summary>A file with one invoice.</summary>
    public static FileRecord One(int number, FileOutcome outcome, params RecordedError[] errors)
    {
        var record = Record(number, outcome, $"faktura-{number:D4}.xml");
        return record with { Invoices = [SamplePackage.Row(record, 1) with { Outcome = OutcomeOf(outcome), Errors = errors, KsefNumber = outcome == FileOutcome.Accepted ? SamplePackage.KsefNumber(number) : null }] };
    }

    /// <summary>The same file, received at another time.</summary>
    public static FileRecord At(FileRecord record, DateTimeOffset receivedAt) => record with
    {
        LedgerName = LedgerStore.NameFor(record.Id, receivedAt),
        ReceivedAt = receivedAt,
        FinishedAt = record.Outcome >= FileOutcome.Accepted ? receivedAt.AddSeconds(83) : null,
        Steps =
        [
            new StepRecord("Validate", receivedAt.AddSeconds(1), receivedAt.AddSeconds(2.5)),
            new StepRecord("Package", receivedAt.AddSeconds(3), record.Outcome >= FileOutcome.Accepted ? receivedAt.AddSeconds(83) : null),
        ],
    };

    private static FileRecord Offline(FileRecord record) => record with { Invoices = [record.Invoices[0] with { InvoicingMode = "Offline" }] };

    private static FileRecord WithBuyer(FileRecord record, string name) => record with { Invoices = [record.Invoices[0] with { BuyerName = name }] };

    private static FileRecord Record(int number, FileOutcome outcome, string name)
    {
        var sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(BitConverter.GetBytes(number)));
        var id = FileIdentity.Of(SampleNips.Seller, sha256);
        return new FileRecord
        {
            Id = id,
            LedgerName = LedgerStore.NameFor(id, DateTimeOffset.UnixEpoch),
            ContextNip = SampleNips.Seller,
            Sha256 = sha256,
            Size = 5312,
            Paths = [$"{SampleNips.Seller}/{name}"],
            ReceivedAt = DateTimeOffset.UnixEpoch,
            Outcome = outcome,
        };
    }

    private static InvoiceOutcome OutcomeOf(FileOutcome outcome) => outcome switch
    {
        FileOutcome.Accepted => InvoiceOutcome.Accepted,
        FileOutcome.Rejected => InvoiceOutcome.Rejected,
        FileOutcome.Duplicate => InvoiceOutcome.Duplicate,
        _ => InvoiceOutcome.Pending,
    };
}

using KsefSimulator.Access;
using KsefSimulator.Http;
using KsefSimulator.Identity;
using KsefSimulator.Invoices.Queries;
using KsefSimulator.Numbers;
using KsefSimulator.PublicKeys;
using KsefSimulator.Settings;
using KsefSimulator.Storage;

namespace KsefSimulator.Invoices.Exports;

/// <summary>Exports: at most ten at a time in a context, ten thousand invoices each, kept for seven days.</summary>
internal sealed class InvoiceExports(Journal journal, InvoiceSearch search, ExportWriter writer, ReferenceNumbers numbers, TimeProvider time, SimulatorOptions options)
{
    private const int MaxRunning = 10;
    private const int MaxInvoices = 10_000;
    private static readonly TimeSpan Retention = TimeSpan.FromDays(7);
    private readonly JournaledSet<InvoiceExport> _exports = new(journal, "export", ExportJson.Types.InvoiceExport);

    public InvoiceExport Start(Caller caller, InvoiceFilterBody? filter, bool onlyMetadata, string compressionType, byte[]? key, byte[] vector)
    {
        var now = time.GetUtcNow();
        if (_exports.Values.Count(export => export.Context == caller.Context && now < export.CompletesAt) >= MaxRunning)
        {
            throw ExportRefusals.TooManyRunning(MaxRunning);
        }

        var (range, found) = search.Find(caller, filter, descending: false);
        var taken = found.Take(MaxInvoices).ToList();
        var export = new InvoiceExport
        {
            ReferenceNumber = numbers.Next(ReferenceKind.Export),
            Context = caller.Context,
            StartDate = now,
            CompletesAt = now + options.ProcessingDelay,
            Outcome = key is null ? ClientEncryption.KeyFailure : new StatusInfo(200, "Eksport faktur zakończony sukcesem"),
            InvoiceCount = taken.Count,
            IsTruncated = found.Count > taken.Count,
            PermanentStorageHwmDate = range.DateType == InvoiceDateRange.PermanentStorage ? (range.To < now ? range.To : now) : null,
        };
        if (key is not null)
        {
            var (parts, size) = writer.Write(export.ReferenceNumber, taken, onlyMetadata, compressionType, key, vector);
            export = export with { Parts = parts, Size = size };
        }

        export = export.IsTruncated ? WithLast(export, range, taken[^1]) : export;
        _exports.Put(export.ReferenceNumber, export);
        return export;
    }

    /// <exception cref="KsefRefusal">21175 no such export in the context.</exception>
    /// <exception cref="HttpRefusal">410 older than seven days.</exception>
    public InvoiceExport Get(string reference, ContextIdentifier context)
    {
        if (Find(reference) is not { } export || export.Context != context)
        {
            throw ExportRefusals.NotFound();
        }

        return time.GetUtcNow() - export.StartDate <= Retention ? export : throw HttpRefusal.Gone("Status eksportu nie jest już dostępny.");
    }

    /// <summary>The files of all exports that can still be downloaded.</summary>
    public IEnumerable<string> Files => _exports.Values.Where(export => time.GetUtcNow() - export.StartDate <= Retention).SelectMany(export => export.Parts).Select(part => part.FileName);

    public InvoiceExport? Find(string reference) => _exports.TryGet(reference, out var export) ? export : null;

    private static InvoiceExport WithLast(InvoiceExport export, InvoiceDateRange range, SubmittedInvoice last) => range.DateType switch
    {
        InvoiceDateRange.Issue => export with { LastIssueDate = last.Facts!.IssueDate },
        InvoiceDateRange.Invoicing => export with { LastInvoicingDate = last.InvoicingDate },
        _ => export with { LastPermanentStorageDate = last.VisibleAt },
    };
}

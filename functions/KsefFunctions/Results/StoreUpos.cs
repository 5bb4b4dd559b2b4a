using Ksef.Client;
using KsefFunctions.Hosting;
using KsefFunctions.Intake;
using KsefFunctions.Ledger;
using KsefFunctions.Pipeline;
using KsefFunctions.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace KsefFunctions.Results;

/// <summary>
/// Fetches the receipts, checks that they prove what was sent, and archives them. A few invoices get one each; a package
/// gets the pages of its session.
/// </summary>
public sealed class StoreUpos(KsefSteps steps, LedgerStore ledger, InvoiceStorage storage, IOptions<KsefFunctionsOptions> options)
{
    [Function(nameof(StoreUpos))]
    public Task<Answer<StoredUpos>> RunAsync([ActivityTrigger] FileReference file, CancellationToken cancellationToken) => steps.AskAsync(
        nameof(StoreUpos), file, ksef => StoreAsync(ksef, file, cancellationToken), cancellationToken);

    private async Task<StoredUpos> StoreAsync(KsefContext ksef, FileReference file, CancellationToken cancellationToken)
    {
        var record = await ledger.GetByNameAsync(file.LedgerName, cancellationToken);
        var names = new List<string>();
        foreach (var session in record.Invoices.Where(HasReceipt).GroupBy(row => row.SessionReferenceNumber!))
        {
            var rows = session.ToList();
            var own = record.Sessions.FirstOrDefault(known => known.ReferenceNumber == session.Key);
            if (own?.Kind == SessionKind.Batch)
            {
                names.AddRange(await StorePagesAsync(ksef, file, ReferenceNumber.FromKsef(session.Key), rows, cancellationToken));
            }

            if (own?.Kind != SessionKind.Batch || rows.Count <= options.Value.SingleUposUpTo)
            {
                names.AddRange(await StoreSinglesAsync(ksef, file, ReferenceNumber.FromKsef(session.Key), rows, cancellationToken));
            }
        }

        return new StoredUpos(names);
    }

    private static bool HasReceipt(InvoiceRow row) =>
        row is { Outcome: InvoiceOutcome.Accepted, KsefNumber: not null, SessionReferenceNumber: not null };

    private async Task<IReadOnlyList<string>> StorePagesAsync(
        KsefContext ksef, FileReference file, ReferenceNumber session, List<InvoiceRow> rows, CancellationToken cancellationToken)
    {
        var status = await ksef.Sessions.GetAsync(session, cancellationToken);
        var pages = new List<(string Name, DownloadedDocument Document)>();
        foreach (var page in status.UpoPages)
        {
            var document = await UpoDownload.PageAsync(ksef, session, page, cancellationToken);
            pages.Add((UpoNames.Page(file, page.ReferenceNumber.ToString()), document));
        }

        UpoProof.Demand(pages.Select(page => page.Document), rows);
        foreach (var (name, document) in pages)
        {
            await storage.CreateOnceAsync(BlobArea.Archive, name, document.Content, cancellationToken);
        }

        return [.. pages.Select(page => page.Name)];
    }

    private async Task<IReadOnlyList<string>> StoreSinglesAsync(
        KsefContext ksef, FileReference file, ReferenceNumber session, List<InvoiceRow> rows, CancellationToken cancellationToken)
    {
        var names = new List<string>();
        foreach (var row in rows)
        {
            var document = await UpoDownload.SingleAsync(ksef, session, KsefNumber.Parse(row.KsefNumber!), cancellationToken);
            if (document is not null)
            {
                UpoProof.Demand([document], [row]);
                var name = UpoNames.Single(file, row.KsefNumber!);
                await storage.CreateOnceAsync(BlobArea.Archive, name, document.Content, cancellationToken);
                names.Add(name);
            }
        }

        return names;
    }
}

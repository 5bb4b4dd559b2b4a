using Ksef.Client;
using KsefFunctions.Errors;
using KsefFunctions.Files;
using KsefFunctions.Results;
using KsefFunctions.Settings;
using KsefFunctions.Storage;
using Microsoft.Extensions.Options;

namespace KsefFunctions.Receipts;

/// <summary>
/// Fetches the receipts, checks that they prove what was sent, and archives them. A few invoices get one each; a package
/// gets the pages of its session.
/// </summary>
public sealed class ReceiptStore(InvoiceStorage storage, IOptions<KsefFunctionsOptions> options)
{
    /// <returns>Names in the container <c>archive</c>.</returns>
    /// <exception cref="PipelineException">A receipt is not there yet, or does not prove what was sent; to be tried again.</exception>
    public async Task<IReadOnlyList<string>> StoreAsync(KsefContext ksef, FileRecord record, CancellationToken cancellationToken)
    {
        var names = new List<string>();
        foreach (var session in record.Invoices.Where(HasReceipt).GroupBy(row => row.SessionReferenceNumber!))
        {
            var reference = ReferenceNumber.FromKsef(session.Key);
            var own = record.Sessions.FirstOrDefault(known => known.ReferenceNumber == session.Key);
            var confirmed = session.Where(row => !WasAcceptedBefore(row)).ToList();
            var isPackage = own?.Kind == SessionKind.Batch && record.Invoices.Count > 1;
            if (isPackage && confirmed.Count > 0)
            {
                names.AddRange(await StorePagesAsync(ksef, record, reference, confirmed, cancellationToken));
            }

            // Receipts of what was accepted before lie with the first sending, too: they are not worth a call for each of thousands.
            IEnumerable<InvoiceRow> single = (isPackage || confirmed.Count == 0) && session.Count() > options.Value.SingleUposUpTo ? [] : session;
            foreach (var row in single)
            {
                if (await StoreSingleAsync(ksef, record, reference, row, cancellationToken) is { } name)
                {
                    names.Add(name);
                }
            }
        }

        return names;
    }

    /// <summary>Archives the receipt of one invoice.</summary>
    /// <exception cref="PipelineException">It does not prove what was sent.</exception>
    public async Task<ArchivedReceipt> ArchiveAsync(FileRecord record, InvoiceRow row, DownloadedDocument document, CancellationToken cancellationToken)
    {
        UpoProof.Demand([document], [row]);
        var name = UpoNames.Single(record, row.KsefNumber!);
        await storage.CreateOnceAsync(BlobArea.Archive, name, document.Content, cancellationToken);
        return new ArchivedReceipt(name, document.Content);
    }

    private static bool HasReceipt(InvoiceRow row) =>
        row is { Outcome: InvoiceOutcome.Accepted, KsefNumber: not null, SessionReferenceNumber: not null };

    // Its receipt belongs to an earlier sending. KSeF may name the wrong session for it, so it is asked for but not waited for.
    private static bool WasAcceptedBefore(InvoiceRow row) => row.Errors.Any(error => error.Code == InvoiceErrors.AcceptedBefore.Code);

    private async Task<IReadOnlyList<string>> StorePagesAsync(
        KsefContext ksef, FileRecord record, ReferenceNumber session, List<InvoiceRow> rows, CancellationToken cancellationToken)
    {
        var status = await ksef.Sessions.GetAsync(session, cancellationToken);
        var pages = new List<(string Name, DownloadedDocument Document)>();
        foreach (var page in status.UpoPages)
        {
            var document = await UpoDownload.PageAsync(ksef, session, page, cancellationToken);
            pages.Add((UpoNames.Page(record, session.ToString(), page.ReferenceNumber.ToString()), document));
        }

        UpoProof.Demand(pages.Select(page => page.Document), rows);
        foreach (var (name, document) in pages)
        {
            await storage.CreateOnceAsync(BlobArea.Archive, name, document.Content, cancellationToken);
        }

        return [.. pages.Select(page => page.Name)];
    }

    private async Task<string?> StoreSingleAsync(
        KsefContext ksef, FileRecord record, ReferenceNumber session, InvoiceRow row, CancellationToken cancellationToken)
    {
        var document = await UpoDownload.SingleAsync(ksef, session, KsefNumber.Parse(row.KsefNumber!), cancellationToken);
        if (document is null)
        {
            return WasAcceptedBefore(row) ? null : throw new PipelineException(ReceiptErrors.UpoNotReady);
        }

        return (await ArchiveAsync(record, row, document, cancellationToken)).Name;
    }
}

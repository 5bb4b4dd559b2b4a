using System.Security.Cryptography;
using Ksef.Client;
using KsefFunctions.Errors;
using KsefFunctions.Files;

namespace KsefFunctions.Settlement;

/// <summary>
/// Decides about duplicates by comparing hashes: what KSeF holds under the number either is our invoice, and then it is
/// accepted, or another one. KSeF's status alone cannot tell the two apart.
/// </summary>
public sealed class DuplicateEvidence(TimeProvider time)
{
    /// <summary>Verdicts for the duplicates among a session's invoices, by invoice reference number.</summary>
    public async Task<IReadOnlyDictionary<string, Verdict>> CompareAsync(
        KsefContext ksef, ReferenceNumber session, IReadOnlyList<SessionInvoice> invoices, CancellationToken cancellationToken)
    {
        var verdicts = new Dictionary<string, Verdict>(StringComparer.Ordinal);
        var sessions = new OriginalSessions(ksef, session, invoices);
        foreach (var duplicate in invoices.Where(invoice => invoice.Code == InvoiceStatusCode.Duplicate))
        {
            var original = await FindAsync(ksef, sessions, duplicate, cancellationToken);
            verdicts[duplicate.ReferenceNumber.ToString()] = Compare(duplicate, original);
        }

        return verdicts;
    }

    // From the cheapest evidence to the dearest: a list of the original's session, the original itself, a search by number.
    private async Task<Original> FindAsync(KsefContext ksef, OriginalSessions sessions, SessionInvoice duplicate, CancellationToken cancellationToken)
    {
        var session = duplicate.OriginalSessionReferenceNumber?.ToString();
        if (duplicate.OriginalKsefNumber is not { } number)
        {
            return await SearchAsync(ksef, duplicate, cancellationToken);
        }

        return await sessions.FindAsync(duplicate.OriginalSessionReferenceNumber, number, cancellationToken) is { } listed
            ? new Original(number.ToString(), session, listed.InvoiceHash, listed.InvoicingMode, listed.AcquisitionDate)
            : new Original(number.ToString(), session, await DownloadedHashAsync(ksef, number, cancellationToken));
    }

    private async Task<Original> SearchAsync(KsefContext ksef, SessionInvoice duplicate, CancellationToken cancellationToken)
    {
        // KSeF searches three months at once; a number used twice is nearly always used twice within days.
        var now = time.GetUtcNow();
        var query = new InvoiceQuery("Subject1", new InvoiceDateRange("Invoicing", now.AddDays(-89), now)) { InvoiceNumber = duplicate.InvoiceNumber };
        var page = await ksef.Invoices.QueryMetadataAsync(query, pageOffset: 0, pageSize: 10, cancellationToken);
        var found = page.Invoices.FirstOrDefault(invoice => invoice.InvoiceHash == duplicate.InvoiceHash) ?? (page.Invoices.Count > 0 ? page.Invoices[0] : null);
        return new Original(found?.KsefNumber.ToString(), Session: null, found?.InvoiceHash, found?.InvoicingMode, found?.AcquisitionDate);
    }

    private static Verdict Compare(SessionInvoice duplicate, Original original)
    {
        if (original.Hash == duplicate.InvoiceHash)
        {
            return new Verdict(InvoiceOutcome.Accepted)
            {
                KsefNumber = original.KsefNumber,
                AcquisitionDate = original.AcquisitionDate,
                InvoicingMode = original.InvoicingMode,
                OriginalKsefNumber = original.KsefNumber,
                Session = original.Session,
                Error = InvoiceErrors.AcceptedBefore.Record(original.KsefNumber),
            };
        }

        var error = original.Hash is null ? InvoiceErrors.UnprovenDuplicate : InvoiceErrors.ForeignDuplicate;
        return new Verdict(InvoiceOutcome.Duplicate)
        {
            OriginalKsefNumber = original.KsefNumber,
            Error = error.Record(original.KsefNumber ?? "?") with { KsefCode = (int)InvoiceStatusCode.Duplicate },
        };
    }

    private static async Task<string?> DownloadedHashAsync(KsefContext ksef, KsefNumber number, CancellationToken cancellationToken)
    {
        try
        {
            var document = await ksef.Invoices.GetAsync(number, cancellationToken);
            return Convert.ToBase64String(SHA256.HashData(document.Content.Span));
        }
        catch (KsefApiException refusal) when (!refusal.Has(KsefErrorCode.InvoiceNotYetAvailable))
        {
            // Not ours to see: a person must compare.
            return null;
        }
    }

    private sealed record Original(
        string? KsefNumber, string? Session, string? Hash, string? InvoicingMode = null, DateTimeOffset? AcquisitionDate = null);
}

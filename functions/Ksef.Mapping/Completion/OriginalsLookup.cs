using Ksef.Mapping.Simple;

namespace Ksef.Mapping.Completion;

/// <summary>Finds dates and KSeF numbers of corrected and settled invoices among those that were sent.</summary>
internal sealed class OriginalsLookup(IIssuedInvoices? issued, CompanyProfile profile)
{
    /// <summary>On this day KSeF became mandatory for the first companies: an invoice from before has no number that anybody must know.</summary>
    private static readonly DateOnly KsefBegins = new(2026, 2, 1);

    public async ValueTask<SimpleInvoice> CompleteAsync(SimpleInvoice invoice, List<DataFinding> findings, CancellationToken cancellationToken)
    {
        if (invoice.Correction.Originals.Count == 0 && invoice.Advances.Count == 0)
        {
            return invoice;
        }

        var originals = new List<SimpleOriginal>(invoice.Correction.Originals.Count);
        foreach (var original in invoice.Correction.Originals)
        {
            originals.Add(await CompleteAsync(original, findings, cancellationToken));
        }

        var advances = new List<SimpleAdvance>(invoice.Advances.Count);
        foreach (var advance in invoice.Advances)
        {
            advances.Add(await CompleteAsync(advance, findings, cancellationToken));
        }

        return invoice with { Correction = invoice.Correction with { Originals = originals }, Advances = advances };
    }

    private async ValueTask<SimpleOriginal> CompleteAsync(SimpleOriginal original, List<DataFinding> findings, CancellationToken cancellationToken)
    {
        var known = original.KsefNumber is null || original.IssueDate is null ? await FindAsync(original.Number, original.IssueDate, cancellationToken) : null;
        var completed = original with { IssueDate = original.IssueDate ?? known?.IssueDate, KsefNumber = original.IsOutsideKsef ? null : original.KsefNumber ?? known?.KsefNumber };
        if (completed.IssueDate is null)
        {
            findings.Add(MeaningFindings.OriginalDate.At(original.Source.Place, ("number", original.Number)));
        }

        if (completed is { KsefNumber: null, IsOutsideKsef: false } && !profile.OriginalsOutsideKsef && !(completed.IssueDate < KsefBegins))
        {
            findings.Add(MeaningFindings.KsefNumberUnknown.At(
                original.Source.Place, ("number", original.Number), ("field", Exact.RowReader.NameOf(OriginalFields.OutsideKsef))));
        }

        return completed;
    }

    private async ValueTask<SimpleAdvance> CompleteAsync(SimpleAdvance advance, List<DataFinding> findings, CancellationToken cancellationToken)
    {
        if (advance.KsefNumber is not null || advance.IsOutsideKsef || advance.Number is not { } number)
        {
            return advance;
        }

        var known = await FindAsync(number, null, cancellationToken);
        if (known is null && !profile.OriginalsOutsideKsef)
        {
            findings.Add(MeaningFindings.KsefNumberUnknown.At(
                advance.Source.Place, ("number", number), ("field", Exact.RowReader.NameOf(AdvanceFields.OutsideKsef))));
        }

        return advance with { KsefNumber = known?.KsefNumber };
    }

    private async ValueTask<IssuedInvoice?> FindAsync(string number, DateOnly? date, CancellationToken cancellationToken) =>
        issued is null ? null : await issued.FindAsync(number, date, cancellationToken);
}

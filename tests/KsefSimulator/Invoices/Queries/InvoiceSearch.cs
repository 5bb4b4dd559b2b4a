using KsefSimulator.Access;
using KsefSimulator.Http;
using KsefSimulator.Settings;

namespace KsefSimulator.Invoices.Queries;

/// <summary>Finds the invoices that a context may see by the filters of a query.</summary>
internal sealed class InvoiceSearch(InvoiceLedger ledger, TimeProvider time, SimulatorOptions options)
{
    /// <exception cref="KsefRefusal">21405, 21183.</exception>
    public (InvoiceDateRange Range, List<SubmittedInvoice> Found) Find(Caller caller, InvoiceFilterBody? body, bool descending)
    {
        var filter = Require.Present(body, "filters");
        var now = time.GetUtcNow();
        var range = InvoiceDateRange.Parse(filter.DateRange, options.SpecLevel, now);
        var isParty = PartyOf(filter.SubjectType);
        var nip = caller.Context.Nip ?? caller.Context.Value;
        var found = ledger.Accepted
            .Where(invoice => now >= invoice.VisibleAt && isParty(nip, invoice.Facts!) && range.Contains(invoice) && Matches(invoice, invoice.Facts!, filter));
        var ordered = descending
            ? found.OrderByDescending(range.MomentOf).ThenByDescending(invoice => invoice.KsefNumber, StringComparer.Ordinal)
            : found.OrderBy(range.MomentOf).ThenBy(invoice => invoice.KsefNumber, StringComparer.Ordinal);
        return (range, ordered.ToList());
    }

    private static Func<string, InvoiceFacts, bool> PartyOf(string? subjectType) => subjectType switch
    {
        "Subject1" => InvoiceParties.IsSeller,
        "Subject2" => InvoiceParties.IsBuyer,
        "Subject3" => InvoiceParties.IsThirdParty,
        "SubjectAuthorized" => InvoiceParties.IsAuthorized,
        _ => throw Refusals.InvalidInput("Pole 'subjectType' ma niedozwoloną wartość."),
    };

    private static bool Matches(SubmittedInvoice invoice, InvoiceFacts facts, InvoiceFilterBody filter) =>
        (filter.KsefNumber is null || invoice.KsefNumber == filter.KsefNumber)
        && (filter.InvoiceNumber is null || facts.Number == filter.InvoiceNumber)
        && (filter.SellerNip is null || facts.SellerNip == filter.SellerNip)
        && (filter.BuyerIdentifier is not { } buyer || (facts.Buyer.Type == buyer.Type && (buyer.Value is null || facts.Buyer.Value == buyer.Value)))
        && (filter.CurrencyCodes is not { Count: > 0 } currencies || currencies.Contains(facts.Currency))
        && (filter.InvoicingMode is null || invoice.Mode == filter.InvoicingMode)
        && (filter.IsSelfInvoicing is not { } self || facts.IsSelfInvoicing == self)
        && (filter.HasAttachment is not { } attachment || facts.HasAttachment == attachment)
        && (filter.InvoiceTypes is not { Count: > 0 } types || types.Contains(InvoiceTypes.Of(facts.Kind)))
        && (filter.FormType is not { } form || FormTypeOf(facts) == form)
        && (filter.Amount is not { } amount || InRange(amount, facts));

    private static string FormTypeOf(InvoiceFacts facts) => facts.SystemCode.Split(' ')[0] switch { "PEF_KOR" => "PEF", var code => code };

    private static bool InRange(AmountBody amount, InvoiceFacts facts)
    {
        var value = amount.Type switch { "Netto" => facts.Net, "Vat" => facts.Vat, _ => facts.Gross };
        return (amount.From is not { } from || value >= from) && (amount.To is not { } to || value <= to);
    }
}

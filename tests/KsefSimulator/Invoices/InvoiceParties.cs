using KsefSimulator.Access;

namespace KsefSimulator.Invoices;

/// <summary>Who is a party to an invoice.</summary>
internal static class InvoiceParties
{
    public static bool MaySee(Caller caller, SubmittedInvoice invoice) =>
        invoice.ContextKey == caller.Context.Key || (caller.Context.Nip is { } nip && IsParty(nip, invoice.Facts!));

    public static bool IsSeller(string nip, InvoiceFacts facts) => facts.SellerNip == nip;

    public static bool IsBuyer(string nip, InvoiceFacts facts) => facts.Buyer is { Type: "Nip" } buyer && buyer.Value == nip;

    public static bool IsThirdParty(string nip, InvoiceFacts facts) => facts.ThirdParties?.Any(party => party.Identifier is { Type: "Nip" } && party.Identifier.Value == nip) ?? false;

    public static bool IsAuthorized(string nip, InvoiceFacts facts) => facts.AuthorizedParty?.Identifier is { Type: "Nip" } identifier && identifier.Value == nip;

    private static bool IsParty(string nip, InvoiceFacts facts) => IsSeller(nip, facts) || IsBuyer(nip, facts) || IsThirdParty(nip, facts) || IsAuthorized(nip, facts);
}

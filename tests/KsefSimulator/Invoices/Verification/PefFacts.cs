using System.Globalization;

namespace KsefSimulator.Invoices.Verification;

/// <summary>Facts of PEF(3) and PEF_KOR(3): UBL Invoice and CreditNote.</summary>
internal sealed class PefFacts : IFactCollector
{
    private string? _root;
    private string? _number;
    private string? _issueDate;
    private string? _currency;
    private string? _sellerNip;
    private string? _sellerName;
    private string? _buyerTaxId;
    private string? _buyerName;
    private decimal _net;
    private decimal _gross;
    private bool _attachment;

    public void Enter(string path)
    {
        _root ??= path;
        _attachment |= path.EndsWith("/EmbeddedDocumentBinaryObject", StringComparison.Ordinal);
    }

    public void Text(string path, string value)
    {
        switch (path[_root!.Length..])
        {
            case "/ID":
                _number = value;
                break;
            case "/IssueDate":
                _issueDate = value;
                break;
            case "/DocumentCurrencyCode":
                _currency = value;
                break;
            case "/AccountingSupplierParty/Party/PartyTaxScheme/CompanyID":
                _sellerNip ??= value.StartsWith("PL", StringComparison.Ordinal) ? value[2..] : value;
                break;
            case "/AccountingSupplierParty/Party/PartyLegalEntity/RegistrationName":
                _sellerName = value;
                break;
            case "/AccountingCustomerParty/Party/PartyTaxScheme/CompanyID":
                _buyerTaxId ??= value;
                break;
            case "/AccountingCustomerParty/Party/PartyLegalEntity/RegistrationName":
                _buyerName = value;
                break;
            case "/LegalMonetaryTotal/TaxExclusiveAmount":
                _net = Amount(value);
                break;
            case "/LegalMonetaryTotal/TaxInclusiveAmount":
                _gross = Amount(value);
                break;
        }
    }

    public InvoiceFacts? Build(string systemCode) =>
        _sellerNip is { } seller && _number is not null && DateOnly.TryParse(_issueDate, CultureInfo.InvariantCulture, out var issued)
            ? new InvoiceFacts
            {
                SystemCode = systemCode,
                SellerNip = seller,
                SellerName = _sellerName,
                Buyer = Buyer(),
                BuyerName = _buyerName,
                Number = _number,
                IssueDate = issued,
                Kind = _root == "/CreditNote" ? "KOR_PEF" : "VAT_PEF",
                Currency = _currency ?? "PLN",
                Net = _net,
                Vat = _gross - _net,
                Gross = _gross,
                HasAttachment = _attachment,
            }
            : null;

    private PartyIdentifier Buyer() => _buyerTaxId switch
    {
        null => PartyIdentifier.None,
        ['P', 'L', .. var nip] => new PartyIdentifier("Nip", nip),
        _ when _buyerTaxId.All(char.IsAsciiDigit) => new PartyIdentifier("Nip", _buyerTaxId),
        _ => new PartyIdentifier("VatUe", _buyerTaxId),
    };

    private static decimal Amount(string value) => decimal.TryParse(value, CultureInfo.InvariantCulture, out var amount) ? amount : 0m;
}

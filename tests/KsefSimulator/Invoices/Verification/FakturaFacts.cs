using System.Globalization;

namespace KsefSimulator.Invoices.Verification;

/// <summary>Facts of FA(2), FA(3) and FA_RR(1): root Faktura.</summary>
internal sealed class FakturaFacts : IFactCollector
{
    private readonly PartyFacts _seller = new();
    private readonly PartyFacts _buyer = new();
    private readonly List<PartyFacts> _thirdParties = [];
    private PartyFacts? _authorized;
    private string? _number;
    private string? _issueDate;
    private string? _kind;
    private string? _currency;
    private decimal _net;
    private decimal _vat;
    private decimal _gross;
    private bool _selfInvoicing;
    private bool _attachment;

    public void Enter(string path)
    {
        switch (path)
        {
            case "/Faktura/Podmiot3":
                _thirdParties.Add(new PartyFacts());
                break;
            case "/Faktura/PodmiotUpowazniony":
                _authorized = new PartyFacts();
                break;
            case "/Faktura/Zalacznik":
                _attachment = true;
                break;
        }
    }

    public void Text(string path, string value)
    {
        const string Root = "/Faktura/";
        var rest = path.StartsWith(Root, StringComparison.Ordinal) ? path.AsSpan(Root.Length) : [];
        var slash = rest.IndexOf('/');
        if (slash < 0)
        {
            return;
        }

        var name = rest[(slash + 1)..];
        switch (rest[..slash])
        {
            case "Podmiot1":
                _seller.Text(name, value);
                break;
            case "Podmiot2":
                _buyer.Text(name, value);
                break;
            case "Podmiot3":
                _thirdParties[^1].Text(name, value);
                break;
            case "PodmiotUpowazniony":
                _authorized!.Text(name, value);
                break;
            case "Fa" or "FakturaRR":
                Body(name, value);
                break;
        }
    }

    public InvoiceFacts? Build(string systemCode) =>
        _seller.Nip is { } seller && _number is not null && _kind is not null && DateOnly.TryParse(_issueDate, CultureInfo.InvariantCulture, out var issued)
            ? new InvoiceFacts
            {
                SystemCode = systemCode,
                SellerNip = seller,
                SellerName = _seller.Name,
                Buyer = _buyer.Identifier,
                BuyerName = _buyer.Name,
                Number = _number,
                IssueDate = issued,
                Kind = _kind,
                Currency = _currency ?? "PLN",
                Net = _net,
                Vat = _vat,
                Gross = _gross,
                IsSelfInvoicing = _selfInvoicing,
                HasAttachment = _attachment,
                ThirdParties = _thirdParties.Count == 0 ? null : _thirdParties.Select(party => party.AsThirdParty()).ToList(),
                AuthorizedParty = _authorized?.AsThirdParty(),
            }
            : null;

    private void Body(ReadOnlySpan<char> name, string value)
    {
        switch (name)
        {
            case "KodWaluty":
                _currency = value;
                break;
            case "P_1" or "P_4B":
                _issueDate = value;
                break;
            case "P_2" or "P_4C":
                _number = value;
                break;
            case "RodzajFaktury":
                _kind = value;
                break;
            case "P_15" or "P_12_1":
                _gross = Amount(value);
                break;
            case "Adnotacje/P_17":
                _selfInvoicing = value == "1";
                break;
            case "P_11_1":
                _net = Amount(value);
                break;
            case "P_11_2":
                _vat = Amount(value);
                break;
            case var net when net.StartsWith("P_13_"):
                _net += Amount(value);
                break;
            case var vat when vat.StartsWith("P_14_") && !vat.EndsWith("W"):
                _vat += Amount(value);
                break;
        }
    }

    private static decimal Amount(string value) => decimal.TryParse(value, CultureInfo.InvariantCulture, out var amount) ? amount : 0m;
}

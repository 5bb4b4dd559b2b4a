using System.Globalization;
using System.Text.RegularExpressions;
using Ksef.Mapping.Tests.Epp;
using Ksef.Mapping.Tests.RoundTrips.Simple;
using static Ksef.Mapping.Tests.Epp.EppFile;
using static Ksef.Mapping.Tests.RoundTrips.Epp.EppLineOf;

namespace Ksef.Mapping.Tests.RoundTrips.Epp;

/// <summary>Writes a case as EPP with the lines of documents: header, lines, dictionaries.</summary>
internal sealed partial class EppOf(SimpleData data)
{
    private readonly Dictionary<SimpleField, string> _head = data.Head;

    public static byte[] Write(RoundTripCase original) => new EppOf(SimpleDataOf.Read(original.Invoice)).Write();

    private bool IsCorrection => _head[InvoiceFields.Kind].StartsWith("KOR", StringComparison.Ordinal);

    private bool IsGross => _head.GetValueOrDefault(InvoiceFields.Prices) == "brutto";

    private string Kind => IsCorrection ? "KFS" : _head.ContainsKey(InvoiceFields.Margin) ? "FM" : "FS";

    private IEnumerable<Dictionary<SimpleField, string>> Of(FieldLevel level) => data.Rows.Where(row => row.Level == level).Select(row => row.Values);

    private byte[] Write()
    {
        var number = _head[InvoiceFields.Number];
        var lines = Lines().ToList();
        var file = new EppFile().Of(_head[SellerFields.Nip]).Document(Kind, number, lines, [.. Numbers(lines.Count), .. Buyer(), .. Dates(), .. Payment()]);
        var goods = Of(FieldLevel.Line).Where(line => line.ContainsKey(LineFields.Code)).DistinctBy(line => line[LineFields.Code]).ToList();
        file.Dictionary("TOWARY", [.. goods.Select(line => Goods(line[LineFields.Code], line[LineFields.Name], pkwiu: line.GetValueOrDefault(LineFields.Pkwiu, ""), barcode: line.GetValueOrDefault(LineFields.Gtin, "")))]);
        file.Dictionary("TOWARYKODYCN", [.. goods.Where(line => line.ContainsKey(LineFields.Cn)).Select(line => $"{Quoted(line[LineFields.Code])},{Quoted(line[LineFields.Cn])}")]);
        if (_head.TryGetValue(CorrectionFields.Reason, out var reason))
        {
            file.Dictionary("PRZYCZYNYKOREKT", $"\"{Kind} {number}\",1,{Quoted(reason)}").Dictionary("DATYUJECIAKOREKT", $"\"{Kind} {number}\",{_head[CorrectionFields.Effect]},");
        }

        return (_head.GetValueOrDefault(InvoiceFields.ToReceipt) == "true" ? file.Dictionary("DOKUMENTYZNACZNIKIJPKVAT", $"\"{Kind} {number}\"{string.Concat(Enumerable.Repeat(",0", 27))},3,0,0") : file).Bytes();
    }

    private IEnumerable<string> Lines()
    {
        EppLineOf? before = null;
        foreach (var line in Of(FieldLevel.Line).Select(values => new EppLineOf(values, IsGross)))
        {
            if (line.Values.GetValueOrDefault(LineFields.Before) == "true")
            {
                before = line;
                continue;
            }

            yield return IsCorrection ? line.After(before) : line.Now();
            before = null;
        }

        foreach (var deposit in Deposits)
        {
            yield return Packaging(99, deposit[ChargeFields.Reason], Amount(deposit[ChargeFields.Amount]));
        }
    }

    /// <summary>Of what is charged beside the sums the format has packaging alone.</summary>
    private IEnumerable<Dictionary<SimpleField, string>> Deposits => Of(FieldLevel.Charge).Where(charge => charge[ChargeFields.Reason].StartsWith("kaucja", StringComparison.Ordinal));

    private IEnumerable<(int, string)> Numbers(int lines)
    {
        var tax = TotalFields.All.Where(field => field.Element.StartsWith("P_14_", StringComparison.Ordinal) && !field.Element.EndsWith('W') && _head.ContainsKey(field)).Sum(field => Parse(_head[field]));
        var gross = Parse(_head[TotalFields.Gross]);
        var only = Of(FieldLevel.Line).ToList() is [var line] && !_head.ContainsKey(TotalFields.Net1) && line.GetValueOrDefault(LineFields.VatRate) == "23";
        tax = only ? decimal.Round(gross * 23 / 123, 2, MidpointRounding.AwayFromZero) : tax;
        return
        [
            (25, lines.ToString(CultureInfo.InvariantCulture)), (26, IsGross ? "0" : "1"), (28, Show(gross - tax)), (29, Show(tax)), (30, Show(gross)),
            (37, Show(gross + Deposits.Sum(deposit => Parse(deposit[ChargeFields.Amount])))), (45, Show(Deposits.Sum(deposit => Parse(deposit[ChargeFields.Amount])))),
            (41, Special), (47, Quoted(_head[InvoiceFields.Currency])), (48, _head[InvoiceFields.Currency] == "PLN" ? "1.0000" : _head.TryGetValue(InvoiceFields.ExchangeRate, out var rate) ? Amount(rate) : ""),
            (55, Of(FieldLevel.Line).Select(values => values.GetValueOrDefault(LineFields.VatRate)).FirstOrDefault() switch { "0 EX" => "1", "0 WDT" => "2", _ => "0" }),
        ];
    }

    private string Special => _head[InvoiceFields.Kind] switch
    {
        "ZAL" => "37",
        "KOR_ZAL" => "38",
        "ROZ" or "KOR_ROZ" => "39",
        "UPR" => "73",
        _ => "0",
    };

    private IEnumerable<(int, string)> Buyer()
    {
        var place = Postcode().Match(_head.GetValueOrDefault(BuyerFields.Address2) ?? string.Empty);
        var country = _head.GetValueOrDefault(BuyerFields.Country, "PL");
        return
        [
            (12, Text(BuyerFields.CustomerNumber)), (13, ""), (14, Text(BuyerFields.Name)), (15, place.Success ? Quoted(place.Groups[2].Value) : Text(BuyerFields.Address2)), (16, Quoted(place.Groups[1].Value)),
            (17, Text(BuyerFields.Address1)), (18, Quoted(_head.GetValueOrDefault(BuyerFields.EuCountry) + (_head.GetValueOrDefault(BuyerFields.Nip) ?? _head.GetValueOrDefault(BuyerFields.EuNumber) ?? _head[BuyerFields.OtherId]))),
            (60, country switch { "PL" => "\"Polska\"", "DE" => "\"Niemcy\"", _ => Quoted(EppTable.America) }), (61, country == "US" ? "" : Quoted(country)),
        ];
    }

    private IEnumerable<(int, string)> Dates()
    {
        var original = Of(FieldLevel.Original).FirstOrDefault();
        return
        [
            (8, Quoted(original?[OriginalFields.Number] ?? "")), (9, original is null ? "" : Date(original[OriginalFields.IssueDate])), (10, Text(InvoiceFields.OrderNumber)), (21, Text(InvoiceFields.IssuePlace)),
            (22, Date(_head[InvoiceFields.IssueDate])), (23, Date(_head.GetValueOrDefault(InvoiceFields.SaleDate) ?? _head[InvoiceFields.IssueDate])),
            (49, Quoted(string.Join(' ', Of(FieldLevel.Note).Select(note => note[NoteFields.Text])))),
        ];
    }

    private IEnumerable<(int, string)> Payment() =>
    [
        (34, _head.GetValueOrDefault(PaymentFields.Form) switch { null => "", "1" => "\"gotówka\"", _ => "\"przelew\"" }), (35, _head.TryGetValue(PaymentFields.DueDate, out var due) ? Date(due) : ""),
        (36, _head.ContainsKey(PaymentFields.Paid) ? Amount(_head[TotalFields.Gross]) : "0.0000"),
    ];

    private string Text(SimpleField field) => Quoted(_head.GetValueOrDefault(field) ?? string.Empty);

    private static string Date(string date) => date.Replace("-", string.Empty, StringComparison.Ordinal) + "000000";

    private static string Amount(string number) => Show(Parse(number));

    private static decimal Parse(string number) => decimal.Parse(number, CultureInfo.InvariantCulture);

    [GeneratedRegex("^([0-9-]{5,6}) (.+)$")]
    private static partial Regex Postcode();
}

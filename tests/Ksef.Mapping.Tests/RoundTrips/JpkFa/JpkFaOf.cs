using System.Globalization;
using System.Security;
using Ksef.Mapping.Tests.JpkFa;
using Ksef.Mapping.Tests.RoundTrips.Simple;

namespace Ksef.Mapping.Tests.RoundTrips.JpkFa;

/// <summary>Writes a case as JPK_FA(4), its fields in the order of the schema. Corrections are differences: what was before comes with a minus.</summary>
internal sealed class JpkFaOf(SimpleData data)
{
    private readonly Dictionary<SimpleField, string> _head = data.Head;

    public static byte[] Write(RoundTripCase original) => new JpkFaOf(SimpleDataOf.Read(original.Invoice)).Write();

    private string Kind => _head[InvoiceFields.Kind];

    private byte[] Write()
    {
        var number = _head[InvoiceFields.Number];
        var lines = data.Rows.Where(row => row.Level == FieldLevel.Line).Select(row => row.Values).ToList();
        var file = new JpkFaFile { Seller = $"<IdentyfikatorPodmiotu>{Element("NIP", SellerFields.Nip)}{Element("PelnaNazwa", SellerFields.Name)}</IdentyfikatorPodmiotu>" }
            .RawInvoice(Parties() + Sums() + Marks() + Reference())
            .Control("FakturaCtrl", $"<LiczbaFaktur>1</LiczbaFaktur>{Element("WartoscFaktur", TotalFields.Gross)}");
        if (Kind.EndsWith("ZAL", StringComparison.Ordinal))
        {
            return file.Order(number, _head[TotalFields.OrderValue], [.. lines.Select(OrderLine)]).Bytes();
        }

        lines.ForEach(line => file.Line(number, Line(line)));
        return file.Bytes();
    }

    private string Parties()
    {
        var prefix = _head.GetValueOrDefault(SellerFields.EuPrefix) == "true" ? "PL" : null;
        var buyer = Joined(BuyerFields.Address1, BuyerFields.Address2);
        return Element("KodWaluty", InvoiceFields.Currency) + Element("P_1", InvoiceFields.IssueDate) + Element("P_2A", InvoiceFields.Number) + Element("P_3A", BuyerFields.Name) + Element("P_3B", buyer)
            + Element("P_3C", SellerFields.Name) + Element("P_3D", Joined(SellerFields.Address1, SellerFields.Address2)) + Element("P_4A", prefix) + Element("P_4B", SellerFields.Nip)
            + Element("P_5A", BuyerFields.EuCountry) + Element("P_5B", _head.GetValueOrDefault(BuyerFields.Nip) ?? _head.GetValueOrDefault(BuyerFields.EuNumber) ?? _head.GetValueOrDefault(BuyerFields.OtherId))
            + Element("P_6", InvoiceFields.SaleDate);
    }

    private string Sums() =>
        string.Concat(new[]
        {
            ("P_13_1", TotalFields.Net1), ("P_14_1", TotalFields.Tax1), ("P_14_1W", TotalFields.Tax1Zloty), ("P_13_2", TotalFields.Net2), ("P_14_2", TotalFields.Tax2), ("P_14_2W", TotalFields.Tax2Zloty),
            ("P_13_3", TotalFields.Net3), ("P_14_3", TotalFields.Tax3), ("P_14_3W", TotalFields.Tax3Zloty), ("P_13_6", TotalFields.Net62), ("P_13_6", TotalFields.Net63), ("P_13_7", TotalFields.Net7), ("P_15", TotalFields.Gross),
        }.Select(sum => Element(sum.Item1, sum.Item2)));

    private string Marks()
    {
        var margin = _head.GetValueOrDefault(InvoiceFields.Margin);
        var isExempt = _head.ContainsKey(InvoiceFields.ExemptionAct);
        return Flag("P_16", InvoiceFields.CashMethod) + Flag("P_17", InvoiceFields.SelfBilled) + Flag("P_18", InvoiceFields.ReverseCharge) + Flag("P_18A", InvoiceFields.SplitPayment)
            + Element("P_19", isExempt ? "true" : "false") + Element("P_19A", InvoiceFields.ExemptionAct) + "<P_20>false</P_20><P_21>false</P_21><P_22>false</P_22>" + Flag("P_23", InvoiceFields.Triangular)
            + Element("P_106E_2", margin == "biura podróży" ? "true" : "false") + Element("P_106E_3", margin == "towary używane" ? "true" : "false")
            + Element("P_106E_3A", margin == "towary używane" ? "procedura marży - towary używane" : null);
    }

    private string Reference()
    {
        var originals = string.Join(", ", data.Rows.Where(row => row.Level == FieldLevel.Original).Select(row => row.Values[OriginalFields.Number]));
        var hasAdvance = data.Rows.Exists(row => row.Level == FieldLevel.Advance);
        return Element("RodzajFaktury", Kind.StartsWith("KOR", StringComparison.Ordinal) ? "KOREKTA" : Kind == "ZAL" ? "ZAL" : "VAT") + Element("PrzyczynaKorekty", CorrectionFields.Reason)
            + Element("NrFaKorygowanej", originals.Length == 0 ? null : originals) + Element("OkresFaKorygowanej", CorrectionFields.Period) + Element("NrFaZaliczkowej", hasAdvance ? CaseLedger.Advance : null);
    }

    private static string Line(Dictionary<SimpleField, string> line) =>
        Element("P_7", line, LineFields.Name) + Element("P_8A", line, LineFields.Unit) + Element("P_8B", Signed(line, LineFields.Quantity)) + Element("P_9A", line, LineFields.NetPrice) + Element("P_9B", line, LineFields.GrossPrice)
        + Element("P_10", line, LineFields.Discount) + Element("P_11", Signed(line, LineFields.Net)) + Element("P_11A", Signed(line, LineFields.Gross)) + Element("P_12", Rate(line));

    private static string OrderLine(Dictionary<SimpleField, string> line) =>
        Element("P_7Z", line, LineFields.Name) + Element("P_8AZ", line, LineFields.Unit) + Element("P_8BZ", Signed(line, LineFields.Quantity)) + Element("P_9AZ", line, LineFields.NetPrice)
        + Element("P_11NettoZ", Signed(line, LineFields.Net)) + Element("P_11VatZ", Signed(line, LineFields.Tax)) + Element("P_12Z", Rate(line));

    /// <summary>The format has one zero and one np.</summary>
    private static string? Rate(Dictionary<SimpleField, string> line) => line.GetValueOrDefault(LineFields.VatRate)?.Split(' ')[0];

    private static string? Signed(Dictionary<SimpleField, string> line, SimpleField field) =>
        !line.TryGetValue(field, out var value) || line.GetValueOrDefault(LineFields.Before) != "true" ? value
        : (-decimal.Parse(value, CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture);

    private string? Joined(SimpleField one, SimpleField other) =>
        _head.TryGetValue(one, out var first) ? _head.TryGetValue(other, out var second) ? $"{first}, {second}" : first : null;

    private string Flag(string name, SimpleField field) => Element(name, _head[field]);

    private string Element(string name, SimpleField field) => Element(name, _head, field);

    private static string Element(string name, Dictionary<SimpleField, string> values, SimpleField field) => Element(name, values.GetValueOrDefault(field));

    private static string Element(string name, string? value) => value is null ? string.Empty : $"<{name}>{SecurityElement.Escape(value)}</{name}>";
}

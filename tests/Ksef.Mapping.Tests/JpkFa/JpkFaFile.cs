using System.Globalization;
using System.Text;

namespace Ksef.Mapping.Tests.JpkFa;

/// <summary>Writes JPK_FA(4) as programs do. Firms and numbers are invented.</summary>
internal sealed class JpkFaFile(string prefix = "")
{
    public const string Namespace = "http://jpk.mf.gov.pl/wzor/2022/02/17/02171/";
    public const string Buyer = "<P_3A>Odbiorca Zażółć Sp. k.</P_3A><P_3B>Nieistniejąca 3, 30-002 Kraków</P_3B><P_3C>Próbna Hurtownia Sp. z o.o.</P_3C><P_3D>Wymyślona 1, 44-240 Żory</P_3D><P_4B>1111111111</P_4B><P_5B>2222222222</P_5B>";
    public const string Usual = "<P_16>false</P_16><P_17>false</P_17><P_18>false</P_18><P_18A>false</P_18A><P_19>false</P_19><P_20>false</P_20><P_21>false</P_21><P_22>false</P_22><P_23>false</P_23><P_106E_2>false</P_106E_2><P_106E_3>false</P_106E_3>";

    private readonly StringBuilder _invoices = new();
    private readonly StringBuilder _lines = new();
    private readonly StringBuilder _orders = new();
    private readonly StringBuilder _controls = new();
    private string _namespace = Namespace;

    public string Seller { get; init; } = "<IdentyfikatorPodmiotu><NIP>1111111111</NIP><PelnaNazwa>Próbna Hurtownia Sp. z o.o.</PelnaNazwa></IdentyfikatorPodmiotu>";

    public JpkFaFile In(string space)
    {
        _namespace = space;
        return this;
    }

    /// <summary>An invoice of the usual head; <paramref name="rest"/> are its fields from P_6 on.</summary>
    public JpkFaFile Invoice(string number, string rest, string buyer = Buyer, string currency = "PLN", string date = "2026-09-14") =>
        RawInvoice($"<KodWaluty>{currency}</KodWaluty><P_1>{date}</P_1><P_2A>{number}</P_2A>{buyer}{rest}");

    public JpkFaFile RawInvoice(string fields)
    {
        _invoices.Append("\n  <Faktura>").Append(fields.Replace("><", ">\n    <", StringComparison.Ordinal)).Append("</Faktura>");
        return this;
    }

    public JpkFaFile Line(string number, string fields)
    {
        _lines.Append(CultureInfo.InvariantCulture, $"\n  <FakturaWiersz><P_2B>{number}</P_2B>{fields}</FakturaWiersz>");
        return this;
    }

    public JpkFaFile Order(string number, string value, params string[] lines)
    {
        _orders.Append(CultureInfo.InvariantCulture, $"\n  <Zamowienie><P_2AZ>{number}</P_2AZ><WartoscZamowienia>{value}</WartoscZamowienia>{string.Concat(lines.Select(line => $"<ZamowienieWiersz>{line}</ZamowienieWiersz>"))}</Zamowienie>");
        return this;
    }

    public JpkFaFile Control(string element, string fields)
    {
        _controls.Append(CultureInfo.InvariantCulture, $"\n  <{element}>{fields}</{element}>");
        return this;
    }

    /// <summary>An invoice of one line at 23 %.</summary>
    public JpkFaFile Simple(string number) =>
        Invoice(number, $"<P_13_1>100.00</P_13_1><P_14_1>23.00</P_14_1><P_15>123.00</P_15>{Usual}<RodzajFaktury>VAT</RodzajFaktury>").Line(number, Goods("Śruba", "200", "0.50", "100.00"));

    public static string Goods(string name, string quantity, string price, string net, string rate = "23") =>
        $"<P_7>{name}</P_7><P_8A>szt.</P_8A><P_8B>{quantity}</P_8B><P_9A>{price}</P_9A><P_11>{net}</P_11><P_12>{rate}</P_12>";

    public override string ToString()
    {
        var body = $"<JPK><Naglowek><KodFormularza kodSystemowy=\"JPK_FA (4)\" wersjaSchemy=\"1-0\">JPK_FA</KodFormularza><WariantFormularza>4</WariantFormularza></Naglowek>\n  <Podmiot1>{Seller}</Podmiot1>{_invoices}{_lines}{_orders}{_controls}\n</JPK>\n";
        var named = prefix.Length == 0
            ? body.Replace("<JPK>", $"<JPK xmlns=\"{_namespace}\">", StringComparison.Ordinal)
            : body.Replace("</", "\u0001", StringComparison.Ordinal).Replace("<", $"<{prefix}:", StringComparison.Ordinal).Replace("\u0001", $"</{prefix}:", StringComparison.Ordinal)
                .Replace($"<{prefix}:JPK>", $"<{prefix}:JPK xmlns:{prefix}=\"{_namespace}\">", StringComparison.Ordinal);
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + named;
    }

    public byte[] Bytes() => Encoding.UTF8.GetBytes(ToString());
}

using System.Text;

namespace Ksef.Mapping.Tests.Optima;

/// <summary>Writes documents as programs do that export to Comarch Optima. Firms and numbers are invented.</summary>
internal sealed class OptimaFile
{
    public const string Namespace = "http://www.cdn.com.pl/optima/dokument";

    public const string Totals = "<LINIA_VAT><STAWKA_VAT><STAWKA>23.00</STAWKA><FLAGA>2</FLAGA></STAWKA_VAT><NETTO>100.00</NETTO><VAT>23.00</VAT><BRUTTO>123.00</BRUTTO></LINIA_VAT>";

    private readonly StringBuilder _documents = new();

    public string Space { get; init; } = Namespace;

    /// <summary>A sales invoice; each change replaces a part of its header.</summary>
    public OptimaFile Document(string number, string lines, string totals = Totals, string kwoty = "<RAZEM_NETTO>100.00</RAZEM_NETTO><RAZEM_BRUTTO>123.00</RAZEM_BRUTTO><RAZEM_VAT>23.00</RAZEM_VAT>", params (string Old, string New)[] change)
    {
        var header = $"""
            <NAGLOWEK>
            <TYP_DOKUMENTU>302</TYP_DOKUMENTU><FV_MARZA>0</FV_MARZA><NUMER_PELNY>{number}</NUMER_PELNY>
            <DATA_WYSTAWIENIA>2026-09-14</DATA_WYSTAWIENIA><DATA_OPERACJI>2026-09-12</DATA_OPERACJI><KOREKTA>0</KOREKTA><TYP_NETTO_BRUTTO>1</TYP_NETTO_BRUTTO>
            <PLATNIK><KOD>ODB1</KOD><NIP_KRAJ>PL</NIP_KRAJ><NIP>2222222222</NIP><GLN/><NAZWA>Odbiorca Zażółć Sp. k.</NAZWA>
            <ADRES><KOD_POCZTOWY>30-002</KOD_POCZTOWY><MIASTO>Kraków</MIASTO><ULICA>Nieistniejąca 3</ULICA><KRAJ>Polska</KRAJ></ADRES></PLATNIK>
            <ODBIORCA><NIP>2222222222</NIP><NAZWA>Odbiorca Zażółć Sp. k.</NAZWA></ODBIORCA>
            <SPRZEDAWCA><NIP_KRAJ>PL</NIP_KRAJ><NIP>111-111-11-11</NIP><NUMER_KONTA_BANKOWEGO>61 1090 1014 0000 0712 1981 2874 PLN</NUMER_KONTA_BANKOWEGO></SPRZEDAWCA>
            <PLATNOSC><FORMA>przelew</FORMA><TERMIN>2026-09-28</TERMIN><MPP>0</MPP></PLATNOSC>
            <WALUTA><SYMBOL>PLN</SYMBOL><KURS_L>1.00</KURS_L><KURS_M>1</KURS_M></WALUTA>
            <KWOTY>{kwoty}</KWOTY>
            </NAGLOWEK>
            """;
        foreach (var (old, replacement) in change)
        {
            header = header.Replace(old, replacement, StringComparison.Ordinal);
        }

        _documents.Append("<DOKUMENT>\n").Append(header).Append("<POZYCJE>").Append(lines).Append("</POZYCJE><TABELKA_VAT>").Append(totals).Append("</TABELKA_VAT></DOKUMENT>\n");
        return this;
    }

    public static string Line(int number, string name, string quantity, string price, string net, string gross, string rate = "23.00", string flag = "2") =>
        $"<POZYCJA><LP>{number}</LP><TOWAR><KOD>T{number}</KOD><NAZWA>{name}</NAZWA><EAN/><SWW/></TOWAR><STAWKA_VAT><STAWKA>{rate}</STAWKA><FLAGA>{flag}</FLAGA></STAWKA_VAT>"
        + $"<CENY><PO_RABACIE_WAL_DOKUMENTU>{price}</PO_RABACIE_WAL_DOKUMENTU></CENY><WARTOSC_NETTO>{net}</WARTOSC_NETTO><WARTOSC_BRUTTO>{gross}</WARTOSC_BRUTTO>"
        + $"<WARTOSC_NETTO_WAL>{net}</WARTOSC_NETTO_WAL><WARTOSC_BRUTTO_WAL>{gross}</WARTOSC_BRUTTO_WAL><ILOSC>{quantity}</ILOSC><JM>szt</JM></POZYCJA>\n";

    public byte[] Bytes() => Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ROOT xmlns=\"{Space}\">{_documents}</ROOT>\n");
}

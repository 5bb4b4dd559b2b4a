using System.Globalization;
using System.Text;

namespace Ksef.Mapping.Tests.Epp;

/// <summary>Writes EPP as Subiekt GT does: windows-1250, CRLF, texts in quotation marks, four decimals. Firms and numbers are invented.</summary>
internal sealed class EppFile
{
    public const string Nip = "1111111111";

    private readonly StringBuilder _text = new();
    private string _version = "1.11";
    private string _purpose = "3";
    private string _codePage = "1250";
    private string _program = "Subiekt GT";
    private string _nip = "111-111-11-11";

    public string LineEnd { get; init; } = "\r\n";

    public EppFile By(string program) => With(() => _program = program);

    public EppFile Of(string nip) => With(() => _nip = nip);

    public EppFile For(string purpose) => With(() => _purpose = purpose);

    public EppFile In(string codePage) => With(() => _codePage = codePage);

    public EppFile Version(string version) => With(() => _version = version);

    /// <summary>A document of the usual kind; <paramref name="change"/> writes other fields into its header, by position.</summary>
    public EppFile Document(string kind, string number, IEnumerable<string> lines, params (int Position, string Value)[] change)
    {
        var fields = Header(kind, number);
        foreach (var (position, value) in change)
        {
            fields[position - 1] = value;
        }

        return Section(string.Join(',', fields), lines);
    }

    public EppFile Dictionary(string name, params string[] rows) => Section(Quoted(name), rows);

    public EppFile Section(string header, IEnumerable<string> rows)
    {
        _text.Append("[NAGLOWEK]\n").Append(header).Append("\n\n[ZAWARTOSC]\n").AppendJoin('\n', rows).Append("\n\n");
        return this;
    }

    public EppFile Raw(string text) => With(() => _text.Append(text));

    /// <summary>A line of goods of one unit price, at 23 % unless said otherwise.</summary>
    public static string Line(int number, string code, decimal quantity, decimal price, decimal net, decimal vat, string rate = "23.0000", string type = "1", decimal percent = 0, string name = "") =>
        string.Join(',', number.ToString(CultureInfo.InvariantCulture), type, Quoted(code), "1", "1", "0", "1", "0.0000", Number(percent), "\"szt.\"", Number(quantity), Number(quantity), "777.7700",
            Number(price), Number(decimal.Round(price * 1.23m, 2)), rate, Number(net), Number(vat), Number(net + vat), "888.8800", "", Quoted(name));

    /// <summary>The same with what stood there before.</summary>
    public static string Corrected(string line, decimal price, decimal quantity, decimal net, decimal vat, string rate = "23.0000") =>
        string.Join(',', line, Number(price), Number(decimal.Round(price * 1.23m, 2)), rate, Number(quantity), "\"szt.\"", "0.0000", Number(net), Number(vat), Number(net + vat));

    public static string Goods(string code, string name, string type = "1", string pkwiu = "", string barcode = "") =>
        string.Join(',', type, Quoted(code), "", Quoted(barcode), Quoted(name), "", "", "", Quoted(pkwiu), "\"szt.\"", "\"23\"", "23.0000", "\"23\"", "23.0000", "666.6600") + new string(',', 27);

    public static string Contractor(string code, string name, string city, string postcode, string street, string nip) =>
        string.Join(',', "0", Quoted(code), Quoted(name), Quoted(name), Quoted(city), Quoted(postcode), Quoted(street), Quoted(nip)) + new string(',', 19) + ",\"Polska\",\"PL\",0";

    public static string Quoted(string text) => text.Length == 0 ? "" : "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    public static string Number(decimal number) => number.ToString("0.0000", CultureInfo.InvariantCulture);

    public override string ToString() =>
        ($"[INFO]\n{Quoted(_version)},{_purpose},{_codePage},{Quoted(_program)},\"GT\",\"probna\",\"Próbna Hurtownia Łożysk Sp. z o.o.\",\"Żory\",\"44-240\",\"Wymyślona 1\",{Quoted(_nip)},\"MAG\",\"Główny\",\"Magazyn\",,0,,,\"Szef\",20261001093000,\"Polska\",\"PL\",\"1111111111\",1\n\n"
            + _text).Replace("\n", LineEnd, StringComparison.Ordinal);

    public byte[] Bytes() => CodePagesEncodingProvider.Instance.GetEncoding(1250)!.GetBytes(ToString());

    private static string[] Header(string kind, string number) =>
    [
        Quoted(kind), "1", "0", "5", "", "", Quoted(number), "", "", "", "", "\"ODB1\"", "\"Odbiorca\"", "\"Odbiorca Zażółć Sp. k.\"", "\"Kraków\"", "\"30-002\"", "\"Nieistniejąca 3\"", "\"222-222-22-22\"",
        "\"Sprzedaż\"", "\"Sprzedaż towarów\"", "\"Żory\"", "20260914000000", "20260912000000", "", "1", "1", "\"Hurtowa\"", "100.0000", "23.0000", "123.0000", "999.9900", "", "0.0000", "",
        "20260928000000", "0.0000", "123.0000", "0", "0", "1", "0", "\"Wystawca Tajny\"", "\"Odbierająca Tajna\"", "", "0.0000", "0.0000", "\"PLN\"", "1.0000", "", "", "", "", "0", "0", "0",
        "", "0.0000", "", "0.0000", "\"Polska\"", "\"PL\"", "0",
    ];

    private EppFile With(Action change)
    {
        change();
        return this;
    }
}

using System.Globalization;
using System.Text;
using Ksef.Mapping.Tests.Epp;

namespace Benchmarks.Mapping;

/// <summary>The same kind of invoices, of five lines each, in the formats of ERPs.</summary>
internal static class MappingData
{
    private const int Lines = 5;
    private const decimal Price = 10;

    private const string Header = "numer;data_wystawienia;nabywca_nip;nabywca_nazwa;nabywca_adres_1;nazwa;ilosc;jednostka;cena_netto;stawka_vat\n";

    /// <summary>Formats by the names they have on the command line.</summary>
    public static IReadOnlyDictionary<string, Func<int, int, byte[]>> Formats { get; } = new Dictionary<string, Func<int, int, byte[]>> { ["csv"] = Csv, ["epp"] = Epp };

    private static IEnumerable<int> Ranks => Enumerable.Range(1, Lines);

    private static byte[] Csv(int first, int count)
    {
        var text = new StringBuilder(Header);
        foreach (var number in Enumerable.Range(first, count))
        {
            foreach (var rank in Ranks)
            {
                text.Append(CultureInfo.InvariantCulture, $"FV/{number};2026-10-05;2222222222;Odbiorca Zażółć S.A.;ul. Druga 2, 00-002 Warszawa;Śruba M{rank};{Quantity(number, rank)};szt.;10,00;23\n");
            }
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static byte[] Epp(int first, int count)
    {
        var file = new EppFile();
        foreach (var number in Enumerable.Range(first, count))
        {
            var lines = Ranks.Select(rank => (Rank: rank, Net: Quantity(number, rank) * Price)).ToList();
            var (net, vat) = (lines.Sum(line => line.Net), lines.Sum(line => Vat(line.Net)));
            file.Document(
                "FS",
                string.Create(CultureInfo.InvariantCulture, $"{number}/2026"),
                [.. lines.Select(line => EppFile.Line(line.Rank, $"SRUBA{line.Rank}", line.Net / Price, Price, line.Net, Vat(line.Net)))],
                (25, "5"), (28, EppFile.Number(net)), (29, EppFile.Number(vat)), (30, EppFile.Number(net + vat)), (37, EppFile.Number(net + vat)));
        }

        return file.Dictionary("TOWARY", [.. Ranks.Select(rank => EppFile.Goods($"SRUBA{rank}", $"Śruba M{rank}"))]).Bytes();
    }

    private static int Quantity(int number, int rank) => 1 + ((number + rank) % 90);

    private static decimal Vat(decimal net) => decimal.Round(net * 0.23m, 2, MidpointRounding.AwayFromZero);
}

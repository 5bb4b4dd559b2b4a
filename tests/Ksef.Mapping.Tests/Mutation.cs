using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Ksef.Mapping.Tests;

/// <summary>Breaks a file in every place, one at a time, and looks at what becomes of it: findings, or an invoice whose amounts stand in the broken file.</summary>
internal static partial class Mutation
{
    private static readonly string[] Amounts =
        ["P_8B", "P_9A", "P_9B", "P_11", "P_11A", "P_11Vat", "P_15", "Kwota", "SumaObciazen", "DoZaplaty", "WartoscZamowienia", "P_8BZ", "P_9AZ", "P_11NettoZ", "P_11VatZ", "KursWaluty"];

    /// <summary>Seeds to run with: one in a usual run, as many as KSEF_MUTATION_RUNS says by command.</summary>
    public static TheoryData<int> Seeds { get; } =
        [.. Enumerable.Range(1, int.Parse(Environment.GetEnvironmentVariable("KSEF_MUTATION_RUNS") ?? "1", CultureInfo.InvariantCulture))];

    /// <summary>The file with one byte changed, for each of its bytes; the change depends on the seed.</summary>
    public static IEnumerable<byte[]> Changed(byte[] file, int seed)
    {
        var random = new Random(seed);
        for (var place = 0; place < file.Length; place++)
        {
            var changed = file.ToArray();
            changed[place] = Other(random, file[place]);
            yield return changed;
        }
    }

    /// <summary>The file with several changes at once: bytes changed, lines left out, written twice or exchanged.</summary>
    public static IEnumerable<byte[]> Shaken(byte[] file, int seed, int times)
    {
        var random = new Random(seed);
        for (var time = 0; time < times; time++)
        {
            var lines = Lines(file);
            for (var change = random.Next(3); change > 0; change--)
            {
                var (one, other) = (random.Next(lines.Count), random.Next(lines.Count));
                switch (random.Next(3))
                {
                    case 0:
                        lines.RemoveAt(one);
                        break;
                    case 1:
                        lines.Insert(other, lines[one]);
                        break;
                    default:
                        (lines[one], lines[other]) = (lines[other], lines[one]);
                        break;
                }
            }

            byte[] shaken = [.. lines.SelectMany(line => line)];
            for (var change = random.Next(4); change > 0; change--)
            {
                var place = random.Next(shaken.Length);
                shaken[place] = Other(random, shaken[place]);
            }

            yield return shaken;
        }
    }

    /// <summary>The file cut off, left without a byte, or with one twice, at every so many bytes.</summary>
    public static IEnumerable<byte[]> Torn(byte[] file, int step)
    {
        for (var place = 0; place < file.Length; place += step)
        {
            yield return file[..place];
            yield return [.. file[..place], .. file[(place + 1)..]];
            yield return [.. file[..(place + 1)], .. file[place..]];
        }
    }

    /// <summary>Maps a broken file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="encoding">In what it is read to look for amounts.</param>
    /// <param name="context">What it is mapped with.</param>
    /// <param name="sumsMayBeMissing">Whether sums by rate may have been left out of the file: then they are reckoned, and only P_15 and the lines are looked at.</param>
    /// <returns>How many invoices came through.</returns>
    public static async Task<int> CheckAsync(byte[] file, Encoding encoding, MappingContext context, bool sumsMayBeMissing = false)
    {
        var shown = Number().Matches(encoding.GetString(file)).Select(match => decimal.Parse(match.Value, CultureInfo.InvariantCulture)).ToHashSet();
        var accepted = 0;
        foreach (var mapped in await Mapped.BytesAsync(file, context))
        {
            if (!mapped.IsAccepted)
            {
                (mapped.Findings.Count > 0 || mapped.LeftOut is not null).ShouldBeTrue();
                continue;
            }

            accepted++;
            var root = Mapped.Root(mapped);
            var made = root.Descendants().Where(element => IsAmount(element) && !(sumsMayBeMissing && IsSum(element.Name.LocalName))).Select(element => decimal.Parse(element.Value, CultureInfo.InvariantCulture)).Where(amount => !shown.Contains(amount));
            made.ShouldBeEmpty($"invoice {mapped.Number} of\n{encoding.GetString(file)}\n{root}");
        }

        return accepted;
    }

    /// <summary>The tax in zlotys of a foreign currency (P_14_xW) is reckoned by the rate, which is looked at.</summary>
    private static bool IsAmount(XElement element) => !element.Name.LocalName.EndsWith('W') && IsAmount(element.Name.LocalName);

    private static List<byte[]> Lines(byte[] file)
    {
        var lines = new List<byte[]>();
        for (var start = 0; start < file.Length;)
        {
            var end = Array.IndexOf(file, (byte)'\n', start) is >= 0 and var found ? found + 1 : file.Length;
            lines.Add(file[start..end]);
            start = end;
        }

        return lines;
    }

    private static bool IsAmount(string name) =>
        Amounts.Contains(name) || IsSum(name);

    private static bool IsSum(string name) => name.StartsWith("P_13_", StringComparison.Ordinal) || name.StartsWith("P_14_", StringComparison.Ordinal);

    /// <summary>Mostly what does harm: digits, signs of the format; now and then anything.</summary>
    private static byte Other(Random random, byte old)
    {
        ReadOnlySpan<byte> harmful = "0123456789.,-\"\n<>/[] "u8;
        byte other;
        do
        {
            other = random.Next(4) == 0 ? (byte)random.Next(256) : harmful[random.Next(harmful.Length)];
        }
        while (other == old);
        return other;
    }

    [GeneratedRegex(@"(?<![\d.])-?\d+(\.\d+)?(?![\d.])")]
    private static partial Regex Number();
}

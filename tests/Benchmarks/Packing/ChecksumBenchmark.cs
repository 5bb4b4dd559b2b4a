using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.IO.Hashing;
using Benchmarks.Flow;

namespace Benchmarks.Packing;

/// <summary>
/// What comparing length and CRC-32 of every entry costs a ZIP of 10,000 invoices, beside its whole way from drop to result. The
/// checksums are measured alone, on one thread: a difference between two whole ways would be smaller than their noise.
/// </summary>
internal static class ChecksumBenchmark
{
    /// <summary>The archive is unpacked when its invoices are checked, and again when they are packed.</summary>
    private const int Readings = 2;

    private const int Rounds = 5;

    public static async Task RunAsync()
    {
        var scenario = Scenario.Named("package");
        var entries = await UnpackAsync(scenario.Files[0].Content);
        var checksums = Readings * Enumerable.Range(0, Rounds).Select(_ => Compare(entries)).Order().ElementAt(Rounds / 2);
        var way = await FlowBenchmark.RunAsync(scenario);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{entries.Count:N0} entries, {entries.Sum(entry => entry.Content.Length) / 1e6:F1} MB, unpacked {Readings} times"));
        Console.WriteLine();
        Console.WriteLine("| | seconds |");
        Console.WriteLine("|---|---|");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| lengths and checksums | {checksums.TotalSeconds:F4} |"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| from drop to result | {way.Duration.TotalSeconds:F1} |"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| share | {checksums / way.Duration:P2} |"));
    }

    private static async Task<List<(ZipArchiveEntry Entry, byte[] Content)>> UnpackAsync(byte[] zip)
    {
        var archive = new ZipArchive(new MemoryStream(zip));
        List<(ZipArchiveEntry, byte[])> entries = [];
        foreach (var entry in archive.Entries)
        {
            await using var stream = await entry.OpenAsync();
            var content = new byte[entry.Length];
            await stream.ReadExactlyAsync(content);
            entries.Add((entry, content));
        }

        return entries;
    }

    private static TimeSpan Compare(List<(ZipArchiveEntry Entry, byte[] Content)> entries)
    {
        var start = Stopwatch.GetTimestamp();
        var right = entries.TrueForAll(item => item.Content.Length == item.Entry.Length && Crc32.HashToUInt32(item.Content) == item.Entry.Crc32);
        var duration = Stopwatch.GetElapsedTime(start);
        return right ? duration : throw new InvalidDataException("An entry of the sample is damaged.");
    }
}

using System.Globalization;
using System.Security.Cryptography;
using Ksef.Client;
using SampleInvoices;

namespace Benchmarks.Packing;

/// <summary>
/// Packs a folder of 10,000 invoices for a batch session beside the plainest way to do it, pair after pair, and prints medians. To be read by
/// its ratios, on a machine that does nothing else.
/// </summary>
internal static class PackingBenchmark
{
    private const int Invoices = 10_000;
    private const int Pairs = 5;

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("packing-");
        try
        {
            var files = Enumerable.Range(0, Invoices).Select(index => Write(folder, index)).ToList();
            await RunAsync(files);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task RunAsync(IReadOnlyList<FileInfo> files)
    {
        using var rsa = RSA.Create(2048);
        var publicKey = new KsefPublicKey(rsa.ExportSubjectPublicKeyInfo(), "benchmark", DateTimeOffset.MinValue, DateTimeOffset.MaxValue, []);
        List<PackingFigures> writers = [];
        List<PackingFigures> plainest = [];
        for (var pair = 0; pair <= Pairs; pair++)
        {
            writers.Add(await PackingFigures.OfAsync(() => WithWriterAsync(publicKey, files)));
            plainest.Add(await PackingFigures.OfAsync(() => Task.FromResult(PlainPackaging.Pack(files))));
        }

        // The first pair compiles the code.
        var ours = PackingFigures.Medians(writers.Skip(1));
        var theirs = PackingFigures.Medians(plainest.Skip(1));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Invoices:N0} invoices, {files.Sum(file => file.Length) / 1e6:F1} MB"));
        Console.WriteLine();
        Console.WriteLine("| packed by | seconds | CPU seconds | allocated, MB | package, MB |");
        Console.WriteLine("|---|---|---|---|---|");
        Console.WriteLine(ours.Row(nameof(BatchPackageWriter)));
        Console.WriteLine(theirs.Row(nameof(PlainPackaging)));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| ratio | {ours.Seconds / theirs.Seconds:F2} | {ours.CpuSeconds / theirs.CpuSeconds:F2} | | |"));
    }

    private static FileInfo Write(DirectoryInfo folder, int index)
    {
        var file = new FileInfo(Path.Combine(folder.FullName, $"{index:D5}.xml"));
        using var destination = file.Create();
        new SampleInvoice
        {
            Number = string.Create(CultureInfo.InvariantCulture, $"P/{index:D5}"),
            Lines = [.. Enumerable.Repeat(SampleLine.Flour, 1 + (index % 3)).SelectMany(lines => lines)],
        }.WriteTo(destination);
        return file;
    }

    private static async Task<long> WithWriterAsync(KsefPublicKey publicKey, IReadOnlyList<FileInfo> files)
    {
        using var key = SessionKey.Create(publicKey);
        await using var writer = new BatchPackageWriter(key, CompressionType.Zip, new BatchPackageLimits(), (_, _) => Task.FromResult(Stream.Null));
        foreach (var file in files)
        {
            await using var content = file.OpenRead();
            await writer.AddAsync(file.Name, content, CancellationToken.None);
        }

        return (await writer.CompleteAsync(CancellationToken.None)).FileSize;
    }
}

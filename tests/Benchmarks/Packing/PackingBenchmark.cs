using System.Globalization;
using System.Security.Cryptography;
using Ksef.Client;
using SampleInvoices;

namespace Benchmarks.Packing;

/// <summary>
/// Packs 10,000 invoices for a batch session beside the plainest way to do it, pair after pair, and prints medians. To be read by its ratios,
/// on a machine that does nothing else.
/// </summary>
internal static class PackingBenchmark
{
    private const int Invoices = 10_000;
    private const int Pairs = 5;

    public static async Task RunAsync()
    {
        using var rsa = RSA.Create(2048);
        var publicKey = new KsefPublicKey(rsa.ExportSubjectPublicKeyInfo(), "benchmark", DateTimeOffset.MinValue, DateTimeOffset.MaxValue, []);
        var invoices = Enumerable.Range(0, Invoices).Select(Invoice).ToList();
        List<PackingFigures> writers = [];
        List<PackingFigures> plainest = [];
        for (var pair = 0; pair <= Pairs; pair++)
        {
            writers.Add(await PackingFigures.OfAsync(() => WithWriterAsync(publicKey, invoices)));
            plainest.Add(await PackingFigures.OfAsync(() => Task.FromResult(PlainPackaging.Pack(invoices))));
        }

        // The first pair compiles the code.
        var ours = PackingFigures.Medians(writers.Skip(1));
        var theirs = PackingFigures.Medians(plainest.Skip(1));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Invoices:N0} invoices, {invoices.Sum(invoice => invoice.Content.Length) / 1e6:F1} MB"));
        Console.WriteLine();
        Console.WriteLine("| packed by | seconds | CPU seconds | allocated, MB | package, MB |");
        Console.WriteLine("|---|---|---|---|---|");
        Console.WriteLine(ours.Row(nameof(BatchPackageWriter)));
        Console.WriteLine(theirs.Row(nameof(PlainPackaging)));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| ratio | {ours.Seconds / theirs.Seconds:F2} | {ours.CpuSeconds / theirs.CpuSeconds:F2} | | |"));
    }

    private static (string Name, byte[] Content) Invoice(int index)
    {
        var number = string.Create(CultureInfo.InvariantCulture, $"P/{index:D5}");
        return ($"{index:D5}.xml", new SampleInvoice { Number = number, Lines = [.. Enumerable.Repeat(SampleLine.Flour, 1 + (index % 3)).SelectMany(lines => lines)] }.ToBytes());
    }

    private static async Task<long> WithWriterAsync(KsefPublicKey publicKey, IReadOnlyList<(string Name, byte[] Content)> invoices)
    {
        using var key = SessionKey.Create(publicKey);
        await using var writer = new BatchPackageWriter(key, CompressionType.Zip, new BatchPackageLimits(), (_, _) => Task.FromResult(Stream.Null));
        foreach (var (name, content) in invoices)
        {
            await writer.AddAsync(name, new MemoryStream(content, writable: false), CancellationToken.None);
        }

        return (await writer.CompleteAsync(CancellationToken.None)).FileSize;
    }
}

using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using Benchmarks.Packing;
using Ksef.Client;
using Ksef.Invoices;
using Ksef.Mapping;
using SampleInvoices;

namespace Benchmarks.Mapping;

/// <summary>
/// Maps, checks and packs 10,000 invoices of five lines from a company's data beside the same invoices as XML in a ZIP, which are unpacked, checked and packed, pair after pair, and prints
/// medians. To be read by its ratios, on a machine that does nothing else.
/// </summary>
internal static class MappingBenchmark
{
    private const int Invoices = 10_000;
    private const int Pairs = 5;

    private static readonly MappingContext Context = new(
        SampleNips.Seller,
        new CompanyProfile { Nip = SampleNips.Seller, Name = "Przykładowa Hurtownia Sp. z o.o.", Address1 = "ul. Zmyślona 1", Address2 = "10-001 Olsztyn" },
        DataMapping.Empty,
        new DateTimeOffset(2026, 11, 2, 8, 0, 0, TimeSpan.Zero))
    {
        Checker = new InvoiceChecker(TimeProvider.System),
    };

    public static async Task RunAsync()
    {
        using var rsa = RSA.Create(2048);
        var publicKey = new KsefPublicKey(rsa.ExportSubjectPublicKeyInfo(), "benchmark", DateTimeOffset.MinValue, DateTimeOffset.MaxValue, []);
        Console.WriteLine("| from | seconds | CPU seconds | allocated, MB | package, MB |");
        Console.WriteLine("|---|---|---|---|---|");
        foreach (var (name, make) in MappingData.Formats)
        {
            var data = make(1, Invoices);
            var archive = await ArchiveAsync(data);
            List<PackingFigures> mapped = [];
            List<PackingFigures> finished = [];
            for (var pair = 0; pair <= Pairs; pair++)
            {
                mapped.Add(await PackingFigures.OfAsync(() => PackAsync(publicKey, MappedAsync(data))));
                finished.Add(await PackingFigures.OfAsync(() => PackAsync(publicKey, FinishedAsync(archive))));
            }

            // The first pair compiles the code.
            var (ours, theirs) = (PackingFigures.Medians(mapped.Skip(1)), PackingFigures.Medians(finished.Skip(1)));
            Console.WriteLine(ours.Row(name));
            Console.WriteLine(theirs.Row("the same as XML in a ZIP"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| ratio | {ours.Seconds / theirs.Seconds:F2} | {ours.CpuSeconds / theirs.CpuSeconds:F2} | | |"));
        }
    }

    /// <summary>Maps files of 10,000 invoices from the disk, one after the other, and tells what memory the process took at most.</summary>
    public static async Task MemoryAsync(string format, int invoices)
    {
        var folder = Directory.CreateTempSubdirectory("mapping-");
        try
        {
            for (var first = 1; first <= invoices; first += Invoices)
            {
                await File.WriteAllBytesAsync(Path.Combine(folder.FullName, $"{first:D5}"), MappingData.Formats[format](first, Math.Min(Invoices, invoices - first + 1)));
            }

            // What wrote the files is not measured: another process maps them.
            using var child = Process.Start(Environment.ProcessPath!, ["mapping-files", folder.FullName]);
            await child.WaitForExitAsync();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Maps the files of a folder and prints what it took.</summary>
    public static async Task MapFilesAsync(string folder)
    {
        var (started, count) = (Stopwatch.GetTimestamp(), 0);
        foreach (var file in Directory.GetFiles(folder))
        {
            await using var content = File.OpenRead(file);
            await foreach (var _ in MappedAsync(content))
            {
                count++;
            }
        }

        using var process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{count:N0} invoices in {Stopwatch.GetElapsedTime(started).TotalSeconds:F1} s, at most {process.PeakWorkingSet64 / 1e6:F0} MB"));
    }

    private static async Task<byte[]> ArchiveAsync(byte[] data)
    {
        using var bytes = new MemoryStream();
        await using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            await foreach (var (name, xml) in MappedAsync(data))
            {
                await using var entry = await archive.CreateEntry(name).OpenAsync();
                await entry.WriteAsync(xml);
            }
        }

        return bytes.ToArray();
    }

    private static IAsyncEnumerable<(string Name, ReadOnlyMemory<byte> Xml)> MappedAsync(byte[] data) => MappedAsync(new MemoryStream(data));

    private static async IAsyncEnumerable<(string Name, ReadOnlyMemory<byte> Xml)> MappedAsync(Stream data)
    {
        var count = 0;
        await foreach (var item in new DataMapper().MapAsync(data, Context, CancellationToken.None))
        {
            yield return item is { IsAccepted: true, Xml: { } xml }
                ? ($"{++count:D5}.xml", xml)
                : throw new InvalidOperationException($"A sample is not mapped: {(item.Findings.Count > 0 ? item.Findings[0].MessageEn : "nothing was found")}");
        }
    }

    private static async IAsyncEnumerable<(string Name, ReadOnlyMemory<byte> Xml)> FinishedAsync(byte[] zip)
    {
        await using var archive = new ZipArchive(new MemoryStream(zip));
        foreach (var entry in archive.Entries)
        {
            var invoice = new byte[entry.Length];
            await using (var content = await entry.OpenAsync())
            {
                await content.ReadExactlyAsync(invoice);
            }

            if (!Context.Checker!.Check(invoice, new InvoiceCheckOptions { ContextNip = SampleNips.Seller }).IsAccepted)
            {
                throw new InvalidOperationException($"{entry.Name} is not valid.");
            }

            yield return (entry.Name, invoice);
        }
    }

    private static async Task<long> PackAsync(KsefPublicKey publicKey, IAsyncEnumerable<(string Name, ReadOnlyMemory<byte> Xml)> invoices)
    {
        using var key = SessionKey.Create(publicKey);
        await using var writer = new BatchPackageWriter(key, CompressionType.Zip, new BatchPackageLimits(), (_, _) => Task.FromResult(Stream.Null));
        await foreach (var (name, xml) in invoices)
        {
            await using var content = BinaryData.FromBytes(xml).ToStream();
            await writer.AddAsync(name, content, CancellationToken.None);
        }

        return (await writer.CompleteAsync(CancellationToken.None)).FileSize;
    }
}

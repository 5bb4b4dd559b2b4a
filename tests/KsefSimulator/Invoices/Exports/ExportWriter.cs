using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using KsefSimulator.Invoices.Queries;
using KsefSimulator.Storage;

namespace KsefSimulator.Invoices.Exports;

/// <summary>Writes the package of an export: the invoices, <c>_metadata.json</c>, split into parts of 50 MB, each encrypted with the client's key.</summary>
internal sealed class ExportWriter(ContentStore contents, FileStore files)
{
    private const int PartSize = 50_000_000;
    private const string MetadataName = "_metadata.json";

    /// <returns>The parts and the size of the whole.</returns>
    public (IReadOnlyList<ExportPart> Parts, long Size) Write(
        string reference, IReadOnlyList<SubmittedInvoice> invoices, bool onlyMetadata, string compressionType, byte[] key, byte[] vector)
    {
        using var package = files.CreateScratch();
        if (compressionType == CompressionType.TarGz)
        {
            WriteTar(package, Entries(invoices, onlyMetadata));
        }
        else
        {
            WriteZip(package, Entries(invoices, onlyMetadata));
        }

        package.Position = 0;
        return (Split(reference, package, key, vector).ToList(), package.Length);
    }

    private IEnumerable<(string Name, byte[] Content)> Entries(IReadOnlyList<SubmittedInvoice> invoices, bool onlyMetadata)
    {
        foreach (var invoice in onlyMetadata ? [] : invoices)
        {
            yield return ($"{invoice.KsefNumber}.xml", contents.Read(invoice.Content!));
        }

        var metadata = new ExportMetadata(invoices.Select(InvoiceMetadata.Of).ToList());
        yield return (MetadataName, JsonSerializer.SerializeToUtf8Bytes(metadata, ExportJson.Types.ExportMetadata));
    }

    private static void WriteZip(Stream package, IEnumerable<(string Name, byte[] Content)> entries)
    {
        using var zip = new ZipArchive(package, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (name, content) in entries)
        {
            using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
            entry.Write(content);
        }
    }

    private static void WriteTar(Stream package, IEnumerable<(string Name, byte[] Content)> entries)
    {
        using var gzip = new GZipStream(package, CompressionLevel.Fastest, leaveOpen: true);
        using var tar = new TarWriter(gzip);
        foreach (var (name, content) in entries)
        {
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(content) });
        }
    }

    private IEnumerable<ExportPart> Split(string reference, Stream package, byte[] key, byte[] vector)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        var buffer = new byte[Math.Min(PartSize, package.Length)];
        for (var ordinal = 1; package.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false) is var read and > 0; ordinal++)
        {
            var plain = buffer.AsSpan(0, read);
            var encrypted = aes.EncryptCbc(plain, vector);
            var name = $"{reference}-{ordinal}";
            files.Write(name, encrypted);
            yield return new ExportPart(
                ordinal, name, read, Convert.ToBase64String(SHA256.HashData(plain)), encrypted.Length, Convert.ToBase64String(SHA256.HashData(encrypted)));
        }
    }
}

internal sealed record ExportMetadata(IReadOnlyList<InvoiceMetadata> Invoices);

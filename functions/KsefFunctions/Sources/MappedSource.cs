using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text.Json;
using KsefFunctions.Errors;
using KsefFunctions.Storage;

namespace KsefFunctions.Sources;

/// <summary>The invoices that were made of a company's data, with what was found in the data.</summary>
public sealed class MappedSource : IInvoiceSource
{
    private readonly Stream _content;
    private readonly ZipArchive _package;

    private MappedSource(Stream content, ZipArchive package, MappedFile file) => (_content, _package, File) = (content, package, file);

    /// <summary>What became of the file.</summary>
    public MappedFile File { get; }

    public IReadOnlyList<string> LeftOut => File.LeftOut;

    public IReadOnlyList<RecordedError> Findings => File.Findings;

    /// <summary>Opens a package, and takes over its stream.</summary>
    public static async Task<MappedSource> OpenAsync(Stream content, CancellationToken cancellationToken)
    {
        var package = await ZipArchive.CreateAsync(content, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        await using var rows = await Entry(package, MappedPackage.RowsName).OpenAsync(cancellationToken);
        return new MappedSource(content, package, (await JsonSerializer.DeserializeAsync(rows, MappedJson.Default.MappedFile, cancellationToken))!);
    }

    public async IAsyncEnumerable<SourceInvoice> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var row in File.Rows)
        {
            yield return row.IsMade
                ? new SourceInvoice(row.Ordinal, row.Name, await ReadAsync(row.Ordinal, cancellationToken)) { Findings = row.IsAsGiven ? null : row.Findings, Sent = row.Sent }
                : new SourceInvoice(row.Ordinal, row.Name, default, row.Findings.FirstOrDefault(finding => !finding.Warning)) { Findings = row.Findings };
        }
    }

    /// <summary>An invoice that was made.</summary>
    public async Task<ReadOnlyMemory<byte>> ReadAsync(int ordinal, CancellationToken cancellationToken)
    {
        var entry = Entry(_package, MappedPackage.NameOf(ordinal));
        await using var invoice = await entry.OpenAsync(cancellationToken);
        return await BoundedRead.ToEndAsync(invoice, (int)entry.Length, SourceLimits.LargestInvoice, cancellationToken) is { } content
            ? content
            : throw new InvalidDataException($"{entry.Name} in the package of mapped invoices is larger than any invoice.");
    }

    public async ValueTask DisposeAsync()
    {
        await _package.DisposeAsync();
        await _content.DisposeAsync();
    }

    private static ZipArchiveEntry Entry(ZipArchive package, string name) =>
        package.GetEntry(name) ?? throw new InvalidDataException($"The package of mapped invoices lacks {name}.");
}

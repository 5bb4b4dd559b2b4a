using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using KsefFunctions.Storage;

namespace KsefFunctions.Sources;

/// <summary>
/// Writes what was made of a company's data into one ZIP: FA(3) by ordinal, and what became of each row. One blob, created once: two runs that map at
/// the same time cannot mix their invoices.
/// </summary>
public sealed class MappedPackage : IAsyncDisposable
{
    /// <summary>Entry that tells what became of the rows.</summary>
    public const string RowsName = "rows.json";

    private readonly FileStream _content = TemporaryFile.Create();
    private readonly ZipArchive _package;

    public MappedPackage() => _package = new ZipArchive(_content, ZipArchiveMode.Create, leaveOpen: true);

    /// <summary>Name of an invoice in the package.</summary>
    public static string NameOf(int ordinal) => string.Create(CultureInfo.InvariantCulture, $"{ordinal:D5}.xml");

    public async Task AddAsync(int ordinal, ReadOnlyMemory<byte> invoice, CancellationToken cancellationToken)
    {
        await using var entry = await _package.CreateEntry(NameOf(ordinal)).OpenAsync(cancellationToken);
        await entry.WriteAsync(invoice, cancellationToken);
    }

    /// <summary>Ends the package.</summary>
    /// <returns>Its bytes, which are gone with it.</returns>
    public async Task<Stream> EndAsync(MappedFile file, CancellationToken cancellationToken)
    {
        await using (var rows = await _package.CreateEntry(RowsName).OpenAsync(cancellationToken))
        {
            await JsonSerializer.SerializeAsync(rows, file, MappedJson.Default.MappedFile, cancellationToken);
        }

        await _package.DisposeAsync();
        _content.Position = 0;
        return _content;
    }

    public async ValueTask DisposeAsync()
    {
        await _package.DisposeAsync();
        await _content.DisposeAsync();
    }
}

using System.Runtime.CompilerServices;
using Ksef.Mapping;
using KsefFunctions.Errors;
using KsefFunctions.Files;
using KsefFunctions.Sources;
using KsefFunctions.Storage;

namespace KsefFunctions.Validation;

/// <summary>Tells a company's data from invoices: by the content, and by the name only where any text could be either.</summary>
internal static class DataParts
{
    /// <summary>Whether invoices are to be made of a file.</summary>
    public static bool IsData(FileFormat format, string name) => format switch
    {
        FileFormat.InvoiceXml or FileFormat.Zip => false,
        FileFormat.JpkFa or FileFormat.Optima or FileFormat.Epp or FileFormat.Xlsx => true,
        _ => DropName.SaysData(name),
    };

    /// <summary>Whether an entry that can be no invoice, or is no right one, is data: then the package is mapped as a whole.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="known">Its bytes; empty where it could be no invoice and was not unpacked.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<bool> IsDataAsync(InvoiceEntry entry, ReadOnlyMemory<byte> known, CancellationToken cancellationToken)
    {
        if (entry.DataRefusal() is not null)
        {
            return false;
        }

        await using var content = known.IsEmpty ? (await entry.UnpackDataAsync(cancellationToken)).Content : BinaryData.FromBytes(known).ToStream();
        return content is not null && IsData(await DataMapper.DetectAsync(content, cancellationToken), entry.Entry.FullName);
    }

    /// <summary>The parts of a package, in their order.</summary>
    public static async IAsyncEnumerable<DataPart> OfAsync(InvoiceArchive archive, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var entry in archive.Entries)
        {
            if (entry.DataRefusal() is { } refusal)
            {
                yield return Refused(entry, refusal);
                continue;
            }

            var (content, broken) = await entry.UnpackDataAsync(cancellationToken);
            if (content is null)
            {
                yield return Refused(entry, broken!);
                continue;
            }

            await using (content)
            {
                yield return await OfAsync(entry, content, cancellationToken);
            }
        }
    }

    private static async Task<DataPart> OfAsync(InvoiceEntry entry, Stream content, CancellationToken cancellationToken)
    {
        var format = await DataMapper.DetectAsync(content, cancellationToken);
        if (IsData(format, entry.Entry.FullName))
        {
            return new DataPart(entry.Name) { Data = content };
        }

        if ((format == FileFormat.InvoiceXml ? null : entry.Refusal()) is { } refusal)
        {
            return Refused(entry, format == FileFormat.Zip ? ArchiveErrors.NestedArchive.Record(entry.Name) : refusal);
        }

        return await BoundedRead.ToEndAsync(content, (int)Math.Min(content.Length, SourceLimits.LargestInvoice), SourceLimits.LargestInvoice, cancellationToken) is { } invoice
            ? new DataPart(entry.Name) { Invoice = invoice }
            : Refused(entry, FileErrors.TooLarge.Record(content.Length, SourceLimits.LargestInvoice));
    }

    private static DataPart Refused(InvoiceEntry entry, RecordedError refusal) => new(entry.Name) { Refusal = refusal with { Path = entry.Name } };
}

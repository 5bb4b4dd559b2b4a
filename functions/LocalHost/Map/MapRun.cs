using System.Globalization;
using Ksef.Invoices;
using Ksef.Mapping;
using KsefFunctions.Sources;
using KsefFunctions.Validation;

namespace LocalHost.Map;

/// <summary>Maps a file and tells what became of each part of it.</summary>
/// <param name="context">What the mapping depends on besides the file.</param>
/// <param name="directory">Gets the invoices; null where none are wanted.</param>
internal sealed class MapRun(MappingContext context, string? directory)
{
    private readonly List<MapItem> _items = [];
    private int _ordinal;

    public async Task<IReadOnlyList<MapItem>> MapAsync(Stream file, CancellationToken stop)
    {
        try
        {
            await foreach (DataPart part in MapParts.OfAsync(file, stop))
            {
                await AddAsync(part, stop);
            }
        }
        catch (SourceRefusedException refused)
        {
            _items.Add(new MapItem("file", null, null, null, [MapFinding.Of(refused.Error)]));
        }

        return _items;
    }

    private async Task AddAsync(DataPart part, CancellationToken stop)
    {
        if (part.Refusal is { } refusal)
        {
            _ordinal++;
            _items.Add(new MapItem("wrong", null, part.Name, null, [MapFinding.Of(refusal)]));
        }
        else if (part.Data is not { } data)
        {
            InvoiceCheck check = context.Checker!.Check(part.Invoice, context.CheckOptions);
            string? xml = await WriteAsync(++_ordinal, check.IsAccepted ? part.Invoice : null, stop);
            _items.Add(new MapItem(check.IsAccepted ? "made" : "wrong", null, check.Invoice?.Number ?? part.Name, xml, [.. check.Findings.Select(finding => MapFinding.Of(finding, part.Name))]));
        }
        else
        {
            await foreach (MappedInvoice mapped in new DataMapper().MapAsync(data, context, stop))
            {
                _ordinal += mapped.LeftOut is null && !mapped.IsOfFile ? 1 : 0;
                _items.Add(MapItem.Of(mapped, part.Name, await WriteAsync(_ordinal, mapped.IsAccepted ? mapped.Xml : null, stop)));
            }
        }
    }

    private async Task<string?> WriteAsync(int ordinal, ReadOnlyMemory<byte>? invoice, CancellationToken stop)
    {
        if (directory is null || invoice is not { } xml)
        {
            return null;
        }

        string name = Path.Combine(directory, string.Create(CultureInfo.InvariantCulture, $"{ordinal:D5}.xml"));
        await File.WriteAllBytesAsync(name, xml, stop);
        return name;
    }
}

using System.Runtime.CompilerServices;

namespace Ksef.Mapping.Json;

/// <summary>Reads the simple layout in JSON and JSONL.</summary>
internal sealed class SimpleJsonReader : IDataReader
{
    public FileFormat Format => FileFormat.SimpleJson;

    public async IAsyncEnumerable<DataItem> ReadAsync(Stream content, ReadingContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var names = new FieldNames(context.Mapping);
        await foreach (var (path, element, finding) in JsonObjects.ReadAsync(content, cancellationToken))
        {
            yield return finding is null ? JsonObjects.Guarded(path, () => new JsonInvoice(names, path).Read(element)) : new FileFinding(finding);
        }
    }
}

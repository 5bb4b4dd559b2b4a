using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Ksef.Invoices;

namespace Ksef.Mapping.Json;

/// <summary>
/// Objects of a JSON file, one after another: a list of them, one in each line or simply one behind the other, or a single one;
/// also those in a member <c>faktury</c> of a single one.
/// </summary>
internal static class JsonObjects
{
    /// <summary>The objects with their paths; what is wrong with the file comes last.</summary>
    public static async IAsyncEnumerable<(string Path, JsonElement Element, DataFinding? Finding)> ReadAsync(Stream content, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var isList = await IsListAsync(content, cancellationToken);
        content.Position = await MarkLengthAsync(content, cancellationToken);
        var elements = JsonSerializer.DeserializeAsyncEnumerable(content, JsonElements.Default.JsonElement, topLevelValues: !isList, cancellationToken);
        await using var enumerator = elements.GetAsyncEnumerator(cancellationToken);
        for (var index = 0; ; index++)
        {
            DataFinding? finding = null;
            JsonElement element = default;
            try
            {
                if (!await enumerator.MoveNextAsync())
                {
                    yield break;
                }

                element = enumerator.Current;
            }
            catch (JsonException exception)
            {
                finding = SourceFindings.MalformedJson.At(
                    new DataPlace(null, (int?)exception.LineNumber + 1, (int?)exception.BytePositionInLine + 1, null), ("reason", Reason(exception)));
            }

            if (finding is not null)
            {
                yield return (string.Empty, default, finding);
                yield break;
            }

            foreach (var entry in Listed(element, isList ? string.Create(CultureInfo.InvariantCulture, $"[{index}]") : index == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"({index + 1})")))
            {
                yield return entry;
            }
        }
    }

    /// <summary>Reads an object. Half of a surrogate pair and bytes that are no UTF-8 are found only where a string is taken out of it.</summary>
    public static DataItem Guarded(string path, Func<DataItem> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException exception)
        {
            return new FileFinding(SourceFindings.MalformedJson.At(new DataPlace(null, null, null, path.Length == 0 ? null : path), ("reason", exception.Message)));
        }
    }

    private static List<(string Path, JsonElement Element, DataFinding? Finding)> Listed(JsonElement element, string path)
    {
        try
        {
            return [.. Entries(element, path)];
        }
        catch (InvalidOperationException exception)
        {
            return [(path, default, SourceFindings.MalformedJson.At(new DataPlace(null, null, null, path.Length == 0 ? null : path), ("reason", exception.Message)))];
        }
    }

    private static IEnumerable<(string Path, JsonElement Element, DataFinding? Finding)> Entries(JsonElement element, string path)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            yield return (path, default, SourceFindings.WrongShape.At(
                new DataPlace(null, null, null, path), ("name", path), ("found", new Words("wartość", "a value")), ("expected", new Words("obiekt", "an object"))));
            yield break;
        }

        foreach (var member in element.EnumerateObject())
        {
            if (JsonLayout.IsInvoices(member.Name) && member.Value.ValueKind == JsonValueKind.Array)
            {
                var index = 0;
                foreach (var inner in member.Value.EnumerateArray())
                {
                    foreach (var entry in Entries(inner, string.Create(CultureInfo.InvariantCulture, $"{member.Name}[{index++}]")))
                    {
                        yield return entry;
                    }
                }

                yield break;
            }
        }

        yield return (path, element, null);
    }

    /// <summary>The parser's words without the place, which is told beside them.</summary>
    private static string Reason(JsonException exception)
    {
        var end = exception.Message.IndexOf(" Path:", StringComparison.Ordinal);
        var words = end < 0 ? exception.Message : exception.Message[..end];
        end = words.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? words : words[..end];
    }

    private static async ValueTask<bool> IsListAsync(Stream content, CancellationToken cancellationToken)
    {
        content.Position = 0;
        var buffer = new byte[4096];
        var length = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        var first = buffer.AsSpan(0, length).IndexOfAny((byte)'[', (byte)'{');
        return first >= 0 && buffer[first] == '[';
    }

    private static async ValueTask<int> MarkLengthAsync(Stream content, CancellationToken cancellationToken)
    {
        content.Position = 0;
        var mark = new byte[3];
        var length = await content.ReadAtLeastAsync(mark, mark.Length, throwOnEndOfStream: false, cancellationToken);
        return length == 3 && mark is [0xEF, 0xBB, 0xBF] ? 3 : 0;
    }
}

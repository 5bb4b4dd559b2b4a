using System.Text.Json;
using Ksef.Invoices;

namespace Ksef.Mapping.Settings;

/// <summary>The members of a settings file, each read by its own rule; what is wrong is found member by member.</summary>
/// <param name="file">Name of the file, for places.</param>
/// <param name="definition">The finding that mistakes become; it names the member and the reason.</param>
internal sealed class SettingsObject(string file, FindingDefinition definition)
{
    private readonly List<DataFinding> _mistakes = [];

    public IReadOnlyList<DataFinding> Mistakes => _mistakes;

    /// <summary>Reads a file and gives each member to its rule.</summary>
    /// <param name="content">The file: UTF-8, with a byte order mark or without.</param>
    /// <param name="rules">Rules by the names of members; a rule returns why it cannot take the value.</param>
    public void Read(ReadOnlyMemory<byte> content, IReadOnlyDictionary<string, Func<JsonElement, Words?>> rules)
    {
        try
        {
            var hasMark = content.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]);
            using var document = JsonDocument.Parse(hasMark ? content[3..] : content);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                Add(new DataPlace(file, null, null, null), string.Empty, new("plik nie jest obiektem JSON", "the file is not a JSON object"));
                return;
            }

            foreach (var member in document.RootElement.EnumerateObject())
            {
                ReadMember(member, rules);
            }
        }
        catch (InvalidOperationException)
        {
            Add(new DataPlace(file, null, null, null), string.Empty, new("tekst nie jest poprawnym UTF-8", "a text is not valid UTF-8"));
        }
        catch (JsonException exception)
        {
            Add(new DataPlace(file, (int?)exception.LineNumber + 1, (int?)exception.BytePositionInLine + 1, null), string.Empty, new("niepoprawny zapis JSON", "the JSON is not well-formed"));
        }
    }

    public void Add(string member, Words reason) => Add(new DataPlace(file, null, null, member), member, reason);

    private void ReadMember(JsonProperty member, IReadOnlyDictionary<string, Func<JsonElement, Words?>> rules)
    {
        if (member.Name.StartsWith('$'))
        {
            return;
        }

        var reason = !rules.TryGetValue(member.Name, out var rule) ? new Words("nieznane pole", "unknown member")
            : member.Value.ValueKind == JsonValueKind.Null ? null
            : rule(member.Value);
        if (reason is { } wrong)
        {
            Add(member.Name, wrong);
        }
    }

    private void Add(DataPlace place, string member, Words reason) => _mistakes.Add(definition.At(place, ("name", member), ("reason", reason)));
}

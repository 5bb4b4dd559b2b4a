using System.Globalization;
using System.Text.Json;
using Ksef.Invoices;

namespace Ksef.Mapping.Settings;

/// <summary>Rules for the parts of a mapping.</summary>
internal static class MappingRules
{
    private static readonly Words NoObject = new("oczekiwano obiektu", "an object is expected");
    private static readonly FieldNames Known = new(DataMapping.Empty);

    /// <summary>The name of a ready mapping, whose columns are taken.</summary>
    public static Words? Ready(JsonElement element, Dictionary<string, SimpleField?> columns)
    {
        var name = element.ValueKind == JsonValueKind.String ? element.GetString()! : string.Empty;
        if (ReadyMappings.Overviews.TryGetValue(name, out var overview))
        {
            return new(
                $"zestawienie faktur programu {overview.Program} nie mówi, co sprzedano. {overview.Instead.Pl}",
                $"an overview of invoices of {overview.Program} does not say what was sold. {overview.Instead.En}");
        }

        if (ReadyMappings.Find(name) is not { } content)
        {
            var names = string.Join(", ", ReadyMappings.Names);
            return new($"„{name}” nie jest gotowym odwzorowaniem; są: {names}", $"\"{name}\" is no ready mapping; there are: {names}");
        }

        using var document = JsonDocument.Parse(content);
        return Columns(document.RootElement.GetProperty("columns"), columns);
    }

    public static Words? Columns(JsonElement element, Dictionary<string, SimpleField?> columns)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return NoObject;
        }

        foreach (var member in element.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.Null)
            {
                columns[member.Name] = null;
            }
            else if (member.Value.ValueKind == JsonValueKind.String && Find(member.Value.GetString()!) is { } field)
            {
                columns[member.Name] = field;
            }
            else
            {
                return Unknown(member.Value.ToString());
            }
        }

        return null;
    }

    public static Words? Values(JsonElement element, Dictionary<SimpleField, string> values)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return NoObject;
        }

        foreach (var member in element.EnumerateObject())
        {
            if (Find(member.Name) is not { } field)
            {
                return Unknown(member.Name);
            }

            if (TextOf(member.Value) is not { Length: > 0 } text)
            {
                return new($"pole „{member.Name}” nie ma wartości", $"\"{member.Name}\" has no value");
            }

            values[field] = text;
        }

        return null;
    }

    public static Words? Codes(JsonElement element, Dictionary<SimpleField, IReadOnlyDictionary<string, string>> codes)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return NoObject;
        }

        foreach (var member in element.EnumerateObject())
        {
            if (Find(member.Name) is not { } field)
            {
                return Unknown(member.Name);
            }

            if (member.Value.ValueKind != JsonValueKind.Object)
            {
                return NoObject;
            }

            var words = new Dictionary<string, string>();
            foreach (var code in member.Value.EnumerateObject())
            {
                if (TextOf(code.Value) is not { } ours)
                {
                    return new($"słowo „{code.Name}” nie ma znaczenia", $"the word \"{code.Name}\" has no meaning");
                }

                words[code.Name] = ours;
                words.TryAdd(WordKey.Of(code.Name), ours);
            }

            codes[field] = words;
        }

        return null;
    }

    public static Words? Formats(JsonElement element, List<string> formats)
    {
        if (element.ValueKind != JsonValueKind.Array)
        {
            return new("oczekiwano listy", "a list is expected");
        }

        foreach (var item in element.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.String || !IsFormat(item.GetString()!))
            {
                return new($"„{item}” nie opisuje daty z rokiem, miesiącem i dniem", $"\"{item}\" does not describe a date with year, month and day");
            }

            formats.Add(item.GetString()!);
        }

        return null;
    }

    /// <summary>A form is of use only if a day that is written in it is read back from it.</summary>
    private static bool IsFormat(string format)
    {
        var day = new DateOnly(2026, 11, 23);
        try
        {
            return DateOnly.TryParseExact(day.ToString(format, CultureInfo.InvariantCulture), format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) && read == day;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static SimpleField? Find(string name) => Known.TryFind(name, out var field) ? field : null;

    private static Words Unknown(string name) => new($"„{name}” nie jest polem układu danych", $"\"{name}\" is no field of the layout");

    private static string? TextOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };
}

using System.Globalization;
using System.Text.Json;
using Ksef.Invoices;

namespace Ksef.Mapping.Json;

/// <summary>Reads one invoice of the simple JSON.</summary>
internal sealed class JsonInvoice(FieldNames names, string path)
{
    private readonly DataRow _head = new(FieldLevel.Invoice, new DataPlace(null, null, null, path.Length == 0 ? null : path));
    private readonly List<DataRow> _rows = [];
    private readonly List<DataFinding> _findings = [];

    public DataInvoice Read(JsonElement invoice)
    {
        // Fields of other levels may stand at the invoice itself where there is one of them, such as the number of the only original.
        var single = new Dictionary<FieldLevel, DataRow>();
        Members(invoice, path, [], (field, value) =>
        {
            if (field.Level == FieldLevel.Invoice)
            {
                Set(_head, field, value);
                return;
            }

            if (!single.TryGetValue(field.Level, out var row))
            {
                row = new DataRow(field.Level, _head.Place);
                single.Add(field.Level, row);
                _rows.Add(row);
            }

            Set(row, field, value);
        });
        return new DataInvoice(_head, _rows) { Findings = _findings };
    }

    private void Members(JsonElement element, string at, IReadOnlyList<string> prefixes, Action<SimpleField, DataValue> take)
    {
        foreach (var member in element.EnumerateObject())
        {
            var place = at.Length == 0 ? member.Name : $"{at}.{member.Name}";
            var isInvoice = prefixes.Count == 0;
            if (isInvoice && JsonLayout.ListOf(member.Name) is { } list)
            {
                List(member.Value, place, list);
            }
            else if (isInvoice && member.Value.ValueKind == JsonValueKind.Object && JsonLayout.PrefixOf(member.Name) is { } prefix)
            {
                Members(member.Value, place, [prefix], take);
            }
            else if (Find(member.Name, prefixes) is { IsKnown: true } found)
            {
                if (found.Field is { } field && Value(member.Value, place) is { } value)
                {
                    take(field, value);
                }
            }
            else if (!member.Name.StartsWith('$'))
            {
                _findings.Add(SourceFindings.UnknownMember.At(new DataPlace(null, null, null, place), ("name", member.Name)));
            }
        }
    }

    private void List(JsonElement element, string at, JsonList list)
    {
        if (element.ValueKind == JsonValueKind.Null)
        {
            return;
        }

        if (element.ValueKind != JsonValueKind.Array)
        {
            Report(at, element, new("lista", "a list"));
            return;
        }

        var index = 0;
        foreach (var item in element.EnumerateArray())
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"{at}[{index++}]");
            if (item.ValueKind != JsonValueKind.Object)
            {
                Report(place, item, new("obiekt", "an object"));
                continue;
            }

            var row = new DataRow(list.Level, new DataPlace(null, null, null, place));
            Members(item, place, list.Prefixes, (field, value) => Set(row, field, value));
            if (row.Count > 0)
            {
                _rows.Add(row);
            }
        }
    }

    private (bool IsKnown, SimpleField? Field) Find(string name, IReadOnlyList<string> prefixes)
    {
        foreach (var prefix in prefixes)
        {
            if (names.TryFind(prefix + name, out var inner))
            {
                return (true, inner);
            }
        }

        return names.TryFind(name, out var field) ? (true, field) : default;
    }

    private void Set(DataRow row, SimpleField field, DataValue value)
    {
        if (row.Level != field.Level)
        {
            _findings.Add(SourceFindings.UnknownMember.At(value.Place, ("name", field.Pl)));
        }
        else if (row[field] is { } earlier)
        {
            _findings.Add(SourceFindings.MemberTwice.At(
                value.Place, ("field", new(field.Pl, field.En)), ("name", earlier.Place.Field ?? string.Empty), ("other", value.Place.Field ?? string.Empty)));
        }
        else
        {
            row.Set(field, value);
        }
    }

    private DataValue? Value(JsonElement element, string at)
    {
        var place = new DataPlace(null, null, null, at);
        switch (element.ValueKind)
        {
            case JsonValueKind.Null:
                return null;
            case JsonValueKind.String:
                return DataValue.OfText(element.GetString()!, place);
            case JsonValueKind.Number:
                // What no decimal can hold is left as text, and is no number there either.
                return element.TryGetDecimal(out var number) ? DataValue.OfNumber(number, place, element.GetRawText()) : DataValue.OfText(element.GetRawText(), place);
            case JsonValueKind.True or JsonValueKind.False:
                return DataValue.OfFlag(element.GetBoolean(), place);
            default:
                Report(at, element, new("wartość", "a value"));
                return null;
        }
    }

    private void Report(string at, JsonElement element, Words expected)
    {
        _findings.Add(SourceFindings.WrongShape.At(new DataPlace(null, null, null, at), ("name", at), ("found", JsonWords.Of(element.ValueKind)), ("expected", expected)));
    }
}

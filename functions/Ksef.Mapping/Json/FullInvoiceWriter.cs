using System.Globalization;
using System.Text.Json;
using System.Xml;
using Ksef.Invoices;
using Ksef.Mapping.Exact;

namespace Ksef.Mapping.Json;

/// <summary>Writes members of JSON as elements of FA(3), in the order of the schema whatever their own is. Values stay as they are.</summary>
internal sealed class FullInvoiceWriter(XmlWriter xml, List<DataFinding> findings)
{
    /// <summary>Marks a member as an attribute; where there is no element of that name it may be left out.</summary>
    private const char AttributeSign = '@';

    /// <summary>Writes what is in an element.</summary>
    /// <param name="model">The element.</param>
    /// <param name="value">The JSON object for it.</param>
    /// <param name="path">Path of the object.</param>
    /// <param name="skipped">Members that are not written.</param>
    public void WriteContent(FullModel model, JsonElement value, string path, params ReadOnlySpan<string> skipped)
    {
        var members = Members(value, path, skipped);
        foreach (var attribute in model.Attributes)
        {
            if ((members.Remove(AttributeSign + attribute, out var given) || members.Remove(attribute, out given)) && Text(given, Join(path, attribute)) is { } text)
            {
                xml.WriteAttributeString(attribute, text);
            }
        }

        foreach (var child in model.Elements)
        {
            if (members.Remove(child.Name, out var given))
            {
                WriteAll(child, given, Join(path, child.Name));
            }
        }

        foreach (var unknown in members.Keys)
        {
            findings.Add(SourceFindings.UnknownElement.At(new DataPlace(null, null, null, Join(path, unknown)), ("name", unknown)));
        }
    }

    private Dictionary<string, JsonElement> Members(JsonElement value, string path, ReadOnlySpan<string> skipped)
    {
        var members = new Dictionary<string, JsonElement>();
        foreach (var member in value.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.Null || member.Name.StartsWith('$') || skipped.Contains(member.Name))
            {
                continue;
            }

            if (!members.TryAdd(member.Name, member.Value))
            {
                var place = Join(path, member.Name);
                findings.Add(SourceFindings.MemberTwice.At(new DataPlace(null, null, null, place), ("field", member.Name), ("name", place), ("other", place)));
            }
        }

        return members;
    }

    private void WriteAll(FullModel model, JsonElement value, string path)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            Write(model, value, path);
            return;
        }

        if (!model.IsList)
        {
            Report(path, value, new("jedna wartość", "one value"));
            return;
        }

        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            Write(model, item, string.Create(CultureInfo.InvariantCulture, $"{path}[{index++}]"));
        }
    }

    private void Write(FullModel model, JsonElement value, string path)
    {
        var isObject = value.ValueKind == JsonValueKind.Object;
        if (isObject != model.Elements.Count > 0)
        {
            Report(path, value, isObject ? new("tekst lub liczba", "a text or a number") : new("obiekt", "an object"));
            return;
        }

        xml.WriteStartElement(model.Name, model.Namespace);
        if (isObject)
        {
            WriteContent(model, value, path);
        }
        else if (Text(value, path) is { } text)
        {
            xml.WriteString(text);
        }

        xml.WriteEndElement();
    }

    private string? Text(JsonElement value, string path)
    {
        if (value.ValueKind is not (JsonValueKind.String or JsonValueKind.Number))
        {
            Report(path, value, new("tekst lub liczba", "a text or a number"));
            return null;
        }

        // A number as it is written: 10.50 stays 10.50.
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        if (PlainText.ForbiddenIn(text) is not { } forbidden)
        {
            return text;
        }

        findings.Add(ValueFindings.ForbiddenCharacter.At(
            new DataPlace(null, null, null, path), ("field", path), ("code", ((int)forbidden).ToString("X4", CultureInfo.InvariantCulture))));
        return null;
    }

    private void Report(string path, JsonElement value, Words expected) => findings.Add(SourceFindings.WrongShape.At(
        new DataPlace(null, null, null, path), ("name", path), ("found", JsonWords.Of(value.ValueKind)), ("expected", expected)));

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}

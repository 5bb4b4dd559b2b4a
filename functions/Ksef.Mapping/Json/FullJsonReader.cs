using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Xml;
using Ksef.Mapping.Writing;

namespace Ksef.Mapping.Json;

/// <summary>Reads FA(3) field for field: members are elements by their names, lists are elements that come more than once.</summary>
internal sealed class FullJsonReader : IDataReader
{
    private const string Root = "Faktura";
    private const string Header = "Naglowek";

    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };

    public FileFormat Format => FileFormat.FullJson;

    public async IAsyncEnumerable<DataItem> ReadAsync(Stream content, ReadingContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (path, element, finding) in JsonObjects.ReadAsync(content, cancellationToken))
        {
            yield return finding is null ? JsonObjects.Guarded(path, () => Read(element, path, context)) : new FileFinding(finding);
        }
    }

    private static FinishedInvoice Read(JsonElement element, string path, ReadingContext context)
    {
        var place = new DataPlace(null, null, null, path.Length == 0 ? null : path);
        var findings = new List<DataFinding>();
        if (element.TryGetProperty(Root, out var wrapped))
        {
            path = path.Length == 0 ? Root : $"{path}.{Root}";
            element = wrapped;
        }

        if (element.ValueKind != JsonValueKind.Object)
        {
            findings.Add(SourceFindings.WrongShape.At(place, ("name", path), ("found", JsonWords.Of(element.ValueKind)), ("expected", new("obiekt", "an object"))));
            return new FinishedInvoice(null, place) { Findings = findings };
        }

        using var buffer = new MemoryStream(4096);
        using (var xml = XmlWriter.Create(buffer, Settings))
        {
            xml.WriteStartElement(Root, Fa3Writer.Namespace);
            // The header says which schema this is and when the file was made: neither is the data's to say.
            xml.WriteRaw(Fa3Writer.Header(context.MadeAt));
            new FullInvoiceWriter(xml, findings).WriteContent(FullModel.Invoice, element, path, Header);
            xml.WriteEndElement();
        }

        var body = element.TryGetProperty("Fa", out var fa) && fa.ValueKind == JsonValueKind.Object ? fa : default;
        return new FinishedInvoice(findings.Count == 0 ? buffer.ToArray() : null, place)
        {
            Findings = findings,
            Number = TextOf(body, "P_2"),
            Kind = TextOf(body, "RodzajFaktury"),
        };
    }

    private static string? TextOf(JsonElement body, string name) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number ? value.ToString() : null;
}

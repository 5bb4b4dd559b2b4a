using System.Xml;
using System.Xml.Schema;
using Ksef.Invoices;

namespace KsefSimulator.Invoices.Verification;

/// <summary>What an invoice's content says by itself: either it is refused, or its facts.</summary>
internal sealed record InvoiceExamination(InvoiceStatus? Refusal, InvoiceFacts? Facts);

/// <summary>Examines a decrypted invoice without knowing anything but the schema of its session: bytes, XML, XSD.</summary>
internal static class InvoiceExaminer
{
    public static InvoiceExamination Examine(ReadOnlyMemory<byte> content, InvoiceSchema schema)
    {
        if (InvoiceBytes.Objection(content.Span) is { } objection)
        {
            return Refused(InvoiceStatus.BadFile(objection));
        }

        string? violation = null;
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            ValidationType = ValidationType.Schema,
            ValidationFlags = XmlSchemaValidationFlags.ReportValidationWarnings | XmlSchemaValidationFlags.ProcessIdentityConstraints,
            Schemas = schema.Schemas,
        };
        settings.ValidationEventHandler += (_, found) => violation ??= found.Message;

        try
        {
            using var reader = XmlReader.Create(new MemoryStream(content.ToArray(), writable: false), settings);
            var facts = schema.FormCodeValue == InvoiceSchema.Pef3.FormCodeValue ? (IFactCollector)new PefFacts() : new FakturaFacts();
            if (Walk(reader, schema, facts, () => violation) is { } refusal)
            {
                return Refused(refusal);
            }

            return facts.Build(schema.SystemCode) is { } built
                ? new InvoiceExamination(null, built)
                : Refused(InvoiceStatus.Semantic("Faktura nie zawiera danych wymaganych przez KSeF."));
        }
        catch (XmlException exception)
        {
            return Refused(InvoiceStatus.BadFile($"Plik nie jest poprawnym dokumentem XML (wiersz {exception.LineNumber}, kolumna {exception.LinePosition})."));
        }
    }

    private static InvoiceStatus? Walk(XmlReader reader, InvoiceSchema schema, IFactCollector facts, Func<string?> violation)
    {
        var path = new ElementPath();
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.XmlDeclaration when reader.GetAttribute("encoding") is { } encoding && !encoding.Equals("utf-8", StringComparison.OrdinalIgnoreCase):
                    return InvoiceStatus.BadFile($"Zadeklarowane kodowanie '{encoding}' jest inne niż UTF-8.");
                case XmlNodeType.ProcessingInstruction:
                    return InvoiceStatus.BadFile("Plik faktury zawiera instrukcję przetwarzania XML.");
                case XmlNodeType.Element when reader.Depth == 0 && (reader.NamespaceURI != schema.Namespace || reader.LocalName != schema.RootElement):
                    return InvoiceStatus.Semantic($"Dokument nie jest zgodny ze schemą zadeklarowaną w sesji ({schema.SystemCode}).");
                case XmlNodeType.Element:
                    path.Enter(reader.LocalName);
                    facts.Enter(path.Current);
                    if (reader.IsEmptyElement)
                    {
                        path.Leave();
                    }

                    break;
                case XmlNodeType.EndElement:
                    path.Leave();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA:
                    // The schema allows white space around most values, and the same number with a space behind it is the same.
                    facts.Text(path.Current, reader.Value.Trim());
                    break;
            }
        }

        return violation() is { } message ? InvoiceStatus.Semantic(message) : null;
    }

    private static InvoiceExamination Refused(InvoiceStatus refusal) => new(refusal, null);
}

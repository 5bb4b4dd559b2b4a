using System.Xml;
using Ksef.Invoices.Structure;

namespace Ksef.Invoices.Reading;

/// <summary>Says of a document whose root is not an invoice's what it is instead.</summary>
internal static class UnknownRoot
{
    public static Finding Explain(DocumentRoot root, ReadOnlyMemory<byte> content)
    {
        var location = new Location("/" + root.LocalName, root.Line, root.Column);
        if (InvoiceSchema.All.FirstOrDefault(schema => schema.Namespace == root.Namespace) is { } schema)
        {
            return SchemaFindings.RootName.At(location, ("root", Quote.Of(root.LocalName)), ("expected", schema.RootElement));
        }

        var claimed = InvoiceSchema.All.FirstOrDefault(candidate => candidate.SystemCode == root.WithFormCode(content).ClaimedSchema);
        if (!InvoiceSchema.All.Any(candidate => candidate.RootElement.Equals(root.LocalName, StringComparison.OrdinalIgnoreCase))
            && CountInside(content, claimed) is var count and > 0)
        {
            return count == 1
                ? SchemaFindings.Wrapped.At(location, ("root", Quote.Of(root.LocalName)))
                : SchemaFindings.SeveralInvoices.At(location, ("root", Quote.Of(root.LocalName)), ("count", Files.FileCheck.Number(count)));
        }

        return claimed is null
            ? SchemaFindings.Unknown.At(location, ("root", Quote.Of(root.LocalName)), ("namespace", Quote.Namespace(root.Namespace)))
            : SchemaFindings.Namespace.At(
                location, ("claimed", claimed.SystemCode), ("namespace", Quote.Namespace(root.Namespace)), ("expected", claimed.Namespace));
    }

    /// <summary>Counts the invoices inside a document that is none: by their namespace or, if one claims a schema, by the name of its root.</summary>
    private static int CountInside(ReadOnlyMemory<byte> content, InvoiceSchema? claimed)
    {
        var count = 0;
        using var xml = InvoiceXml.Open(content);
        try
        {
            while (xml.Read())
            {
                var isInvoice = xml.NodeType == XmlNodeType.Element
                    && (InvoiceSchema.Find(xml.NamespaceURI, xml.LocalName) is not null || xml.LocalName == claimed?.RootElement);
                count += isInvoice ? 1 : 0;
            }
        }
        catch (XmlException)
        {
            // What was counted up to there tells enough.
        }

        return count;
    }
}

using System.Xml;
using System.Xml.Schema;
using Ksef.Invoices.Grammar;

namespace Ksef.Invoices.Reading;

/// <summary>Opens invoices with .NET's readers. Never loads a DTD or anything else from outside.</summary>
internal static class InvoiceXml
{
    /// <summary>Opens a file as UTF-8 whatever it declares.</summary>
    public static XmlReader Open(ReadOnlyMemory<byte> content) => Open(content, new XmlReaderSettings());

    /// <summary>Asks the schema itself.</summary>
    /// <returns>The place of the first violation, if there is any.</returns>
    /// <exception cref="XmlException">The file is not well formed.</exception>
    public static (int Line, int Column)? FirstViolation(ReadOnlyMemory<byte> content, InvoiceSchema schema)
    {
        (int Line, int Column)? first = null;
        var settings = new XmlReaderSettings
        {
            ValidationType = ValidationType.Schema,
            // No warnings: what a UBL extension holds is unknown to the schema and allowed by it.
            ValidationFlags = XmlSchemaValidationFlags.ProcessIdentityConstraints,
            Schemas = schema.Schemas,
        };
        settings.ValidationEventHandler += (_, e) => first ??= (e.Exception.LineNumber, e.Exception.LinePosition);
        using var xml = Open(content, settings);
        while (first is null && xml.Read())
        {
        }

        return first;
    }

    private static XmlReader Open(ReadOnlyMemory<byte> content, XmlReaderSettings settings)
    {
        settings.NameTable = new DocumentNames();
        settings.DtdProcessing = DtdProcessing.Prohibit;
        settings.XmlResolver = null;
        settings.CloseInput = true;
        settings.IgnoreComments = true;
        settings.IgnoreProcessingInstructions = true;
        return XmlReader.Create(new Utf8Text(content), settings);
    }
}

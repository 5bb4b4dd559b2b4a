using System.Xml;
using System.Xml.Schema;

namespace Ksef.Invoices;

/// <summary>The Ministry's XSD files, embedded in this assembly byte for byte.</summary>
internal static class InvoiceSchemaFiles
{
    private const string Prefix = "Schemas/";

    /// <summary>Compiles one schema with everything it imports. Never opens a connection or a file.</summary>
    /// <param name="fileName">Name of the main XSD file.</param>
    public static XmlSchemaSet Compile(string fileName)
    {
        var schemas = new XmlSchemaSet { XmlResolver = new EmbeddedResolver() };
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        using var stream = Open(fileName);
        using var reader = XmlReader.Create(stream, settings, EmbeddedResolver.UriOf(fileName).ToString());
        schemas.Add(null, reader);
        schemas.Compile();
        // Nothing is resolved after compilation; an instance document must not be able to pull in more schemas.
        schemas.XmlResolver = null;
        return schemas;
    }

    private static Stream Open(string fileName) =>
        typeof(InvoiceSchemaFiles).Assembly.GetManifestResourceStream(Prefix + fileName)
        ?? throw new FileNotFoundException($"The schema '{fileName}' is not embedded in this assembly.", fileName);

    /// <summary>Maps any import, by http address or by relative path, to the embedded file of the same name.</summary>
    private sealed class EmbeddedResolver : XmlResolver
    {
        private static readonly Uri Root = new("embedded://schemas/");

        public static Uri UriOf(string fileName) => new(Root, Uri.EscapeDataString(fileName));

        public override Uri ResolveUri(Uri? baseUri, string? relativeUri) =>
            UriOf(Path.GetFileName(relativeUri ?? string.Empty));

        public override object GetEntity(Uri absoluteUri, string? role, Type? ofObjectToReturn) =>
            Open(Uri.UnescapeDataString(Path.GetFileName(absoluteUri.AbsolutePath)));
    }
}

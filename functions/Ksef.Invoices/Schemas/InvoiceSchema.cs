using System.Xml.Schema;

namespace Ksef.Invoices;

/// <summary>
/// A structured-invoice schema that KSeF accepts, with its compiled XSD.
/// Names and versions: KSeF API 2.6, <c>FormCode</c> of <c>POST /sessions/online</c> and <c>POST /sessions/batch</c>.
/// </summary>
public sealed class InvoiceSchema
{
    private readonly Lazy<XmlSchemaSet> _schemas;

    private InvoiceSchema(string name, string systemCode, string schemaVersion, string formCodeValue, string rootElement, string @namespace, bool allowedInBatch, string fileName)
    {
        Name = name;
        SystemCode = systemCode;
        SchemaVersion = schemaVersion;
        FormCodeValue = formCodeValue;
        RootElement = rootElement;
        Namespace = @namespace;
        AllowedInBatch = allowedInBatch;
        _schemas = new Lazy<XmlSchemaSet>(() => InvoiceSchemaFiles.Compile(fileName));
    }

    /// <summary>FA(2), the schema before 1 February 2026. Only the TEST environment still takes it.</summary>
    public static InvoiceSchema Fa2 { get; } = new(
        "FA(2)", "FA (2)", "1-0E", "FA", "Faktura", "http://crd.gov.pl/wzor/2023/06/29/12648/", allowedInBatch: true, "schemat_FA(2)_v1-0E.xsd");

    /// <summary>FA(3), the schema of VAT invoices from 1 February 2026.</summary>
    public static InvoiceSchema Fa3 { get; } = new(
        "FA(3)", "FA (3)", "1-0E", "FA", "Faktura", "http://crd.gov.pl/wzor/2025/06/25/13775/", allowedInBatch: true, "schemat_FA(3)_v1-0E.xsd");

    /// <summary>FA_RR(1), invoices for goods bought from flat-rate farmers (VAT RR), issued by the buyer.</summary>
    public static InvoiceSchema FaRr1 { get; } = new(
        "FA_RR(1)", "FA_RR (1)", "1-1E", "FA_RR", "Faktura", "http://crd.gov.pl/wzor/2026/03/06/14189/", allowedInBatch: true, "schemat_FA_RR(1)_v1-1E.xsd");

    /// <summary>PEF(3), invoices to public contractors in the UBL form of Peppol. Not accepted in batch sessions.</summary>
    public static InvoiceSchema Pef3 { get; } = new(
        "PEF(3)", "PEF (3)", "2-1", "PEF", "Invoice", "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2", allowedInBatch: false, "Schemat_PEF(3)_v2-1.xsd");

    /// <summary>PEF_KOR(3), corrections of PEF(3) invoices. Not accepted in batch sessions.</summary>
    public static InvoiceSchema PefKor3 { get; } = new(
        "PEF_KOR(3)", "PEF_KOR (3)", "2-1", "PEF", "CreditNote", "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2", allowedInBatch: false, "Schemat_PEF_KOR(3)_v2-1.xsd");

    /// <summary>Every schema this library knows.</summary>
    public static IReadOnlyList<InvoiceSchema> All { get; } = [Fa2, Fa3, FaRr1, Pef3, PefKor3];

    /// <summary>Short name for people, such as <c>FA(3)</c>.</summary>
    public string Name { get; }

    /// <summary>KSeF's <c>systemCode</c>, with its space before the bracket: <c>FA (3)</c>.</summary>
    public string SystemCode { get; }

    /// <summary>KSeF's <c>schemaVersion</c>, such as <c>1-0E</c>.</summary>
    public string SchemaVersion { get; }

    /// <summary>KSeF's <c>value</c> of the form code: <c>FA</c>, <c>FA_RR</c> or <c>PEF</c>.</summary>
    public string FormCodeValue { get; }

    /// <summary>Local name of the document's root element.</summary>
    public string RootElement { get; }

    /// <summary>Target namespace, by which a document is recognised.</summary>
    public string Namespace { get; }

    /// <summary>Whether a batch session may be opened for this schema (KSeF API 2.6, <c>POST /sessions/batch</c>).</summary>
    public bool AllowedInBatch { get; }

    /// <summary>
    /// The compiled XSD. Compiled on first use, which takes some tenths of a second, and then shared by all threads;
    /// it must not be changed.
    /// </summary>
    public XmlSchemaSet Schemas => _schemas.Value;

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>Finds a schema by its namespace and the local name of its root element.</summary>
    /// <returns>The schema, or <see langword="null"/> when KSeF has none like that.</returns>
    public static InvoiceSchema? Find(string @namespace, string rootElement) =>
        All.FirstOrDefault(schema => schema.Namespace == @namespace && schema.RootElement == rootElement);
}

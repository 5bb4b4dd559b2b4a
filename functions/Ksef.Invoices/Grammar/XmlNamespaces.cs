namespace Ksef.Invoices.Grammar;

/// <summary>Namespaces of XML itself.</summary>
internal static class XmlNamespaces
{
    /// <summary>The attributes that declare namespaces are in one of their own (Namespaces in XML 1.0, section 3).</summary>
    public const string Declarations = "http://www.w3.org/2000/xmlns/";
}

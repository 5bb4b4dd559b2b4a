using System.Xml;

namespace Ksef.Mapping.Excel.Package;

/// <summary>How XML of strangers is parsed: no document type, nothing fetched, few names.</summary>
internal static class SafeXml
{
    public static XmlReaderSettings Settings() => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        NameTable = new BoundedNames(),
    };
}

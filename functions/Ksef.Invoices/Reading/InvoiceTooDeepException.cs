using System.Xml;

namespace Ksef.Invoices.Reading;

/// <summary>The elements of a file are nested deeper than any invoice's.</summary>
/// <param name="position">Where the limit is passed.</param>
internal sealed class InvoiceTooDeepException(IXmlLineInfo position) : Exception("The elements of the file are nested too deep.")
{
    public Location Location { get; } = new(null, position.LineNumber, position.LinePosition);
}

using Ksef.Invoices;

namespace Ksef.Mapping.Epp;

/// <summary>A record of a dictionary that cannot be read.</summary>
internal sealed record EppDictionaryFault(string Dictionary, int Line, Words Reason)
{
    /// <summary>The finding of an invoice that the record may have been about.</summary>
    public DataFinding Finding => EppFindings.Dictionary.At(
        new DataPlace(Dictionary, Line, null, null),
        ("line", Line.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("dictionary", Dictionary), ("reason", Reason));
}

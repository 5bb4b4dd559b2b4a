using Ksef.Mapping.Simple;

namespace Ksef.Mapping;

/// <summary>What became of a part of a file, before its invoice is checked.</summary>
/// <param name="Mapped">What became of it.</param>
/// <param name="Source">What the invoice was made of; none where the data gives FA(3) field for field, and where there is no invoice.</param>
internal sealed record MadeInvoice(MappedInvoice Mapped, SimpleInvoice? Source = null)
{
    /// <summary>The same with the findings of the check.</summary>
    public MappedInvoice Checked(MappingContext context) =>
        Mapped.Xml is { } xml ? Mapped with { Findings = [.. Mapped.Findings, .. CheckedRows.Check(xml, Source, Mapped.Place, context)] } : Mapped;
}

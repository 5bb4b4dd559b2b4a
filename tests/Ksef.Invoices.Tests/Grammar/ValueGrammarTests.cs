using System.Xml.Schema;
using Ksef.Invoices.Grammar;
using Ksef.Invoices.Structure;

namespace Ksef.Invoices.Tests.Grammar;

/// <summary>The quick tests of values against .NET's own judgement, for every simple type of every schema.</summary>
public sealed class ValueGrammarTests
{
    private static readonly string[] Values =
    [
        "", " ", "0", "00", "01", "1", "-1", "-0", "+1", "1.", ".5", "1.5", "1.50", "1.500", "-1.23", "0.00000001", "1.123456", "1.1234567", "1,5", "1e3", "INF", "NaN",
        "99999999999999", "9999999999999999", "9999999999999999.99", "99999999999999999.9", "999999999999999999", "1234567890123456789012345678", "79228162514264337593543950336",
        "٣", "1 ", " 1", "\t1", "a b", "a  b", " a", "a ", "a\tb", "a\nb", "a\r\nb", "zw", "np I", "np  I", "23", "VAT", "KOR", "EUR", "PLN", "PL", "DE", "true",
        "2026-02-28", "2026-02-29", "2024-02-29", "2026-2-28", "02026-02-28", "2026-02-28Z", "2026-02-28+01:00", "0000-01-01", "1990-01-01", "1989-12-31", "2005-12-31",
        "2006-01-01", "2016-06-30", "2016-07-01", "2050-01-01", "2050-01-02", "2026-02-28T12:00:00Z", "2026-02-28T12:00:00", "2026-02-28T24:00:00Z",
        "5260250274", "0260250274", "5006025027", "526-025-02-74", "5260250274\n", "04000000000000000000000000",
        .. new[] { 1, 10, 15, 16, 20, 32, 34, 50, 100, 200, 240, 255, 256, 257, 512, 513, 1_000, 3_500, 3_501 }.Select(length => new string('A', length)),
    ];

    public static TheoryData<string> Schemas => [.. InvoiceSchema.All.Select(schema => schema.Name)];

    [Theory]
    [MemberData(nameof(Schemas))]
    public void Accepts_AnyValueOfAnyType_AgreesWithTheSchema(string name)
    {
        var types = SimpleTypes(InvoiceSchema.All.Single(schema => schema.Name == name));
        types.Count.ShouldBeGreaterThan(20);
        foreach (var type in types)
        {
            var grammar = new ValueGrammar(type);
            foreach (var value in Values.Concat(TypeFacets.Of(type)?.Codes ?? []))
            {
                grammar.Accepts(value).ShouldBe(ValueDiagnosis.IsValid(type, value), $"{type.Name} of {type.TypeCode}: '{value}'");
            }
        }
    }

    [Theory]
    [InlineData("TKwotowy")]
    [InlineData("TKwotowy2")]
    [InlineData("TIlosci")]
    [InlineData("TNrNIP")]
    [InlineData("TDataT")]
    public void Of_TypeOfNearlyEveryInvoice_HasKnownPatterns(string name) =>
        TypeFacets.Of(SimpleTypes(InvoiceSchema.Fa3).First(type => type.Name == name))!.Patterns.ShouldNotBeNull().ShouldNotBeEmpty();

    private static List<XmlSchemaSimpleType> SimpleTypes(InvoiceSchema schema) =>
        [.. schema.Schemas.GlobalTypes.Values.OfType<XmlSchemaSimpleType>(), .. schema.Schemas.GlobalTypes.Values.OfType<XmlSchemaComplexType>().SelectMany(InnerTypes)];

    /// <summary>Types without a name, of fields that stand in a type with one.</summary>
    private static IEnumerable<XmlSchemaSimpleType> InnerTypes(XmlSchemaComplexType type) =>
        new ContentModel(type).Slots.Select(slot => slot.Element?.ElementSchemaType).OfType<XmlSchemaSimpleType>();
}

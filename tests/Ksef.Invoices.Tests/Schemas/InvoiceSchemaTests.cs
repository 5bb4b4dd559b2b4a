using System.Xml;

namespace Ksef.Invoices.Tests.Schemas;

public sealed class InvoiceSchemaTests
{
    public static TheoryData<string> Names => [.. InvoiceSchema.All.Select(schema => schema.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Schemas_OfEveryKnownSchema_CompileWithTheirRootElement(string name)
    {
        var schema = InvoiceSchema.All.Single(known => known.Name == name);

        schema.Schemas.IsCompiled.ShouldBeTrue();
        schema.Schemas.GlobalElements.Contains(new XmlQualifiedName(schema.RootElement, schema.Namespace)).ShouldBeTrue();
    }

    [Fact]
    public void Find_UnknownNamespace_IsNull() =>
        InvoiceSchema.Find("http://crd.gov.pl/wzor/2021/11/29/11089/", "Faktura").ShouldBeNull();

    [Fact]
    public void Find_KnownNamespaceAndRoot_IsThatSchema() =>
        InvoiceSchema.Find("http://crd.gov.pl/wzor/2025/06/25/13775/", "Faktura").ShouldBe(InvoiceSchema.Fa3);
}

using NJsonSchema;

namespace Ksef.Mapping.Tests.Documents;

/// <summary>Schemas, examples and lists in the documents say what the code does.</summary>
public sealed class DocumentTests
{
    [Fact]
    public void SchemaOfTheSimpleLayout_InTheDocuments_IsMadeOfItsFields() => ShouldBeWritten("docs/schemas/simple-invoices.schema.json", SimpleLayoutSchema.Write());

    [Fact]
    public void ListOfFields_InTheDocuments_IsMadeOfTheFields() => ShouldBeWritten("docs/erp-data-fields.md", FieldList.Write());

    [Theory]
    [InlineData("simple-invoices", "invoices.json")]
    [InlineData("company", "company.json")]
    [InlineData("mapping", "mapping.json")]
    public async Task Example_OfTheDocuments_FollowsItsSchema(string schema, string example)
    {
        var rules = await JsonSchema.FromJsonAsync(Repository.Read($"docs/schemas/{schema}.schema.json"));

        rules.Validate(Repository.Read($"docs/examples/erp-data/{example}")).Select(error => error.ToString()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("company", """{ "paymentDays": "fourteen" }""")]
    [InlineData("company", """{ "pymentDays": 14 }""")]
    [InlineData("mapping", """{ "decimalSign": "comma" }""")]
    [InlineData("simple-invoices", """[ { "numr": "1" } ]""")]
    [InlineData("simple-invoices", """[ { "pozycje": [ { "cena": 1 } ] } ]""")]
    public async Task Mistake_IsSeenByTheSchema(string schema, string text)
    {
        var rules = await JsonSchema.FromJsonAsync(Repository.Read($"docs/schemas/{schema}.schema.json"));

        rules.Validate(text).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("invoices.csv")]
    [InlineData("invoices.json")]
    [InlineData("invoices.xlsx")]
    [InlineData("erp-export.csv")]
    public async Task Example_OfTheDocuments_IsMapped(string example)
    {
        var profile = CompanyProfileFile.Read(File.ReadAllBytes(Repository.PathOf("docs/examples/erp-data/company.json")));
        var mapping = DataMappingFile.Read(File.ReadAllBytes(Repository.PathOf("docs/examples/erp-data/mapping.json")));

        var mapped = await Mapped.BytesAsync(File.ReadAllBytes(Repository.PathOf($"docs/examples/erp-data/{example}")), Mapped.Context(profile, mapping));

        mapped.SelectMany(invoice => invoice.Findings).Select(finding => $"{finding.Code} {finding.MessageEn}").ShouldBeEmpty();
        mapped.Count.ShouldBe(2);
    }

    [Fact]
    public async Task ExampleInExcel_OfTheDocuments_GivesTheSameInvoicesAsTheOneInCsv()
    {
        var csv = await Mapped.BytesAsync(File.ReadAllBytes(Repository.PathOf("docs/examples/erp-data/invoices.csv")), Mapped.Context());
        var workbook = await Mapped.BytesAsync(File.ReadAllBytes(Repository.PathOf("docs/examples/erp-data/invoices.xlsx")), Mapped.Context());

        workbook.Select(invoice => invoice.Fingerprint).ShouldBe(csv.Select(invoice => invoice.Fingerprint));
    }

    private static void ShouldBeWritten(string document, string expected)
    {
        var path = Repository.PathOf(document);
        if (Environment.GetEnvironmentVariable("WRITE_DOCUMENTS") == "1")
        {
            File.WriteAllText(path, expected);
        }

        Repository.Read(document).ShouldBe(expected, $"Run the test with WRITE_DOCUMENTS=1 to write {document} anew.");
    }
}

using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using KsefFunctions.Files;
using KsefFunctions.Results;
using KsefFunctions.Tests.Infrastructure;

namespace KsefFunctions.Tests.Results;

/// <summary>The published schema says what the app's records say, and the contract's tables say what the schema says.</summary>
public sealed partial class ResultSchemaTests
{
    private static readonly ResultSchema Schema = new();

    private static string Example => ExampleOf().Match(Contract).Groups[1].Value;

    private static string Contract => Repository.Read("docs/erp-file-contract.md");

    [Fact]
    public void Dialect_OfTheSchema_IsThatOf2020() => Schema.Dialect.ShouldBe("https://json-schema.org/draft/2020-12/schema");

    [Theory]
    [InlineData("file", typeof(ResultFile))]
    [InlineData("invoice", typeof(ResultInvoice))]
    [InlineData("error", typeof(ResultError))]
    [InlineData("approval", typeof(ApprovalRecord))]
    [InlineData("earlier", typeof(EarlierResult))]
    public void Object_OfTheSchema_HasTheMembersOfItsRecord(string name, Type record)
    {
        var written = ResultJson.Default.GetTypeInfo(record)!.Properties;

        var described = Schema.Objects[name]["properties"]!.AsObject();

        described.Select(member => member.Key).ShouldBe(written.Select(member => member.Name), ignoreOrder: true);
        Required(name).ShouldBe(written.Where(member => !member.IsGetNullable).Select(member => member.Name), ignoreOrder: true);
        described.Where(member => string.IsNullOrWhiteSpace(member.Value!["description"]?.GetValue<string>())).Select(member => member.Key).ShouldBeEmpty();
    }

    [Fact]
    public void Objects_OfTheSchema_AreFiveAndDescribed()
    {
        Schema.Objects.Keys.ShouldBe(["file", "invoice", "error", "approval", "earlier"], ignoreOrder: true);
        Schema.Objects.Values.ShouldAllBe(schema => schema["description"]!.GetValue<string>().Length > 0);
    }

    [Fact]
    public void Words_OfTheSchema_AreThoseOfTheApp()
    {
        Values("earlier", "outcome").ShouldBe(Values("file", "outcome"));
        Values("file", "receipt").ShouldBe(Enum.GetNames<ReceiptState>(), ignoreOrder: true);
        Values("invoice", "outcome").ShouldBe(Enum.GetNames<InvoiceOutcome>(), ignoreOrder: true);
        Values("file", "outcome").ShouldBe(
            Enum.GetValues<FileOutcome>().Where(outcome => outcome is FileOutcome.Validated or >= FileOutcome.Accepted).Select(outcome => outcome.ToString()),
            ignoreOrder: true);
    }

    [Theory]
    [InlineData("file")]
    [InlineData("invoice")]
    [InlineData("error")]
    [InlineData("approval")]
    [InlineData("earlier")]
    public void Table_OfTheContract_ListsTheMembersAndMarksWhatIsAlwaysThere(string name)
    {
        var table = TableOf(name);

        NameInTable().Matches(table).Select(match => match.Groups[2].Value)
            .ShouldBe(Schema.Objects[name]["properties"]!.AsObject().Select(member => member.Key), ignoreOrder: true);
        NameInTable().Matches(table).Where(match => match.Groups[1].Success).Select(match => match.Groups[2].Value).ShouldBe(Required(name), ignoreOrder: true);
    }

    [Theory]
    [InlineData("file", "Result")]
    [InlineData("invoice", "Invoice")]
    [InlineData("error", "Error")]
    [InlineData("approval", "Approval")]
    [InlineData("earlier", "Earlier")]
    public void Description_OfTheApi_HasTheSameMembers(string name, string apiName)
    {
        var described = JsonNode.Parse(Repository.Read("functions/KsefFunctions/Api/openapi.json"))!["components"]!["schemas"]![apiName]!;

        described["properties"]!.AsObject().Select(member => member.Key).ShouldBe(Schema.Objects[name]["properties"]!.AsObject().Select(member => member.Key), ignoreOrder: true);
        described["required"]!.AsArray().Select(member => member!.GetValue<string>()).ShouldBe(Required(name), ignoreOrder: true);
    }

    [Fact]
    public async Task Validate_ExampleOfTheContract_Fits() => (await Schema.ValidateAsync(Example)).ShouldBeEmpty();

    [Theory]
    [InlineData("outcome", "\"Sending\"")]
    [InlineData("outcome", null)]
    [InlineData("receipt", "\"Late\"")]
    [InlineData("unknown", "1")]
    [InlineData("sha256", "\"AB\"")]
    [InlineData("receivedAt", "\"yesterday\"")]
    [InlineData("invoices/0/unknown", "1")]
    [InlineData("invoices/0/invoiceHash", "\"ab\"")]
    [InlineData("invoices/0/verificationLink", "\"no link\"")]
    [InlineData("invoices/0/issueDate", "\"03.02.2026\"")]
    [InlineData("invoices/0/invoicingMode", "true")]
    [InlineData("invoices/0/errors", "[{}]")]
    [InlineData("approval", "{}")]
    [InlineData("earlier", "[{}]")]
    public async Task Validate_ExampleWithAMistake_SaysSo(string member, string? value)
    {
        var result = JsonNode.Parse(Example)!;
        var place = member.Split('/');
        var owner = place[..^1].Aggregate(result, (node, part) => int.TryParse(part, out var index) ? node[index]! : node[part]!).AsObject();
        if (value is null)
        {
            owner.Remove(place[^1]);
        }
        else
        {
            owner[place[^1]] = JsonNode.Parse(value);
        }

        (await Schema.ValidateAsync(result.ToJsonString())).ShouldNotBeEmpty();
    }

    private static IEnumerable<string> Required(string name) => Schema.Objects[name]["required"]!.AsArray().Select(member => member!.GetValue<string>());

    private static IEnumerable<string> Values(string name, string member) =>
        Schema.Objects[name]["properties"]![member]!["enum"]!.AsArray().Select(value => value!.GetValue<string>());

    // The first column of the table whose head is the object's name alone.
    private static string TableOf(string name)
    {
        var lines = Contract.Split('\n').SkipWhile(line => !line.Equals($"| {name} | |", StringComparison.OrdinalIgnoreCase)).Skip(2);
        return string.Join('\n', lines.TakeWhile(line => line.StartsWith('|')).Select(line => line.Split('|')[1]));
    }

    [GeneratedRegex(@"(\*\*)?`(\w+)`")]
    private static partial Regex NameInTable();

    [GeneratedRegex("```json\n(.+?)\n```", RegexOptions.Singleline)]
    private static partial Regex ExampleOf();
}

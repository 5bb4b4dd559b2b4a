using System.Reflection;
using System.Text.RegularExpressions;
using Browser.Tests.Hosting;
using KsefFunctions.Dashboard;
using Microsoft.Azure.Functions.Worker;

namespace Browser.Tests.OpenApi;

[Collection(DashboardTests.Name)]
public sealed partial class OpenApiRoutesTests(DashboardApp app)
{
    [Fact]
    public async Task Description_Operations_AreTheHttpFunctionsOfTheApp()
    {
        var description = await DescriptionAsync();

        var described = description.Operations.Select(operation => $"{operation.Method} {operation.Path} {operation.Operation["operationId"]}");

        described.ShouldBe(HttpFunctions(), ignoreOrder: true);
    }

    [Fact]
    public async Task Description_PathParameters_AreThoseOfThePath()
    {
        var description = await DescriptionAsync();

        foreach (var (method, path, operation) in description.Operations)
        {
            var declared = operation["parameters"]?.AsArray().Select(parameter => parameter!["$ref"]?.GetValue<string>().Split('/').Last() ?? parameter["name"]!.GetValue<string>()) ?? [];
            Placeholder().Matches(path).Select(match => match.Groups[1].Value).ShouldBeSubsetOf(declared, $"{method} {path}");
        }
    }

    [Fact]
    public async Task Description_EveryOperation_SaysWhatAMissingKeyBrings()
    {
        var description = await DescriptionAsync();

        // What is open to everybody says so by a list of keys that is empty.
        description.Operations.ShouldAllBe(operation => operation.Operation["responses"]!["401"] != null || operation.Operation["security"]!.AsArray().Count == 0);
        description.Document["security"]!.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public async Task Description_References_LeadSomewhere() => (await DescriptionAsync()).DeadReferences().ShouldBeEmpty();

    [Fact]
    public async Task Description_Examples_FitTheirSchemas() => (await (await DescriptionAsync()).ValidateExamplesAsync()).ShouldBeEmpty();

    private static IEnumerable<string> HttpFunctions() =>
        from type in typeof(ShowDashboard).Assembly.GetTypes()
        where type.Namespace?.StartsWith("KsefFunctions", StringComparison.Ordinal) == true
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static)
        let function = method.GetCustomAttribute<FunctionAttribute>()
        where function is not null
        let trigger = method.GetParameters().Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>()).FirstOrDefault(found => found is not null)
        where trigger is not null
        from verb in trigger.Methods!
        select $"{verb} /{Constraint().Replace(trigger.Route!, "}")} {function.Name}";

    private async Task<OpenApiDescription> DescriptionAsync() => OpenApiDescription.Parse(await app.Http.GetStringAsync("openapi.json"));

    [GeneratedRegex(@":\w+\}")]
    private static partial Regex Constraint();

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Placeholder();
}

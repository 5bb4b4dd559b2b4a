using System.Net;
using System.Text.Json.Nodes;
using KsefSimulator.Tests.Support;
using Xunit.Abstractions;

namespace KsefSimulator.Tests.Contract;

/// <summary>The simulator against the Ministry's OpenAPI file.</summary>
public sealed class ContractTests(ITestOutputHelper output)
{
    private static readonly OpenApi Contract = new();

    [Fact]
    public void Digest_OfTheMinistrysFile_IsWholeAndTheSameWhereTheFileIsAtHand()
    {
        if (ContractFile.FindOriginal() is { } original)
        {
            var fresh = ContractFile.Digest(JsonNode.Parse(File.ReadAllText(original.FullName))!);
            if (fresh != File.ReadAllText(ContractFile.DigestPath))
            {
                File.WriteAllText(ContractFile.DigestPath + ".new", fresh);
                Assert.Fail($"The digest differs from {original.FullName}. A fresh one lies beside it: {ContractFile.DigestPath}.new");
            }
        }
        else
        {
            output.WriteLine("shared/ksef/open-api.json is not at hand: only the committed digest was read.");
        }

        Contract.Operations.Count.ShouldBe(78);
        Contract.Operations.Count(operation => operation.IsCovered).ShouldBe(58);
        Contract.Operations.Count(operation => operation.Declared["x-refusals"] is not null).ShouldBeGreaterThan(40);
    }

    [Fact]
    public async Task EveryOperationOfTheCoveredTags_Called_IsImplemented()
    {
        await using var ksef = await TestKsef.StartAsync();
        var token = await ksef.LoginAsync();
        foreach (var operation in Contract.Operations.Where(operation => operation.IsCovered))
        {
            var reply = await ksef.CallAsync(new HttpMethod(operation.Method), operation.SamplePath, operation.Method == "POST" ? new JsonObject() : null, token);

            var status = ((int)reply.Status).ToString(System.Globalization.CultureInfo.InvariantCulture);
            operation.Declared["responses"]![status].ShouldNotBeNull($"{operation}: {status} {reply.Text}");
        }
    }

    [Theory]
    [InlineData("GET", "peppol/query")]
    [InlineData("POST", "permissions/subunits/grants")]
    [InlineData("GET", "not/in/the/contract")]
    public async Task OtherOperations_Called_Answer501AsProblemDetails(string method, string path)
    {
        await using var ksef = await TestKsef.StartAsync();

        var reply = await ksef.CallAsync(new HttpMethod(method), path);

        reply.Status.ShouldBe(HttpStatusCode.NotImplemented);
        reply.Json["status"]!.GetValue<int>().ShouldBe(501);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WalkThroughTheApi_EveryRequestTakenAndEveryAnswer_MatchTheContract(bool problemDetails)
    {
        await using var ksef = await TestKsef.StartAsync();
        if (!problemDetails)
        {
            ksef.Http.DefaultRequestHeaders.Remove("X-Error-Format");
        }

        ksef.Exchanges = [];

        await ApiWalk.RunAsync(ksef, await ksef.LoginAsync());

        ksef.Exchanges.SelectMany(Contract.Violations).Distinct().ShouldBeEmpty();
        var called = ksef.Exchanges.Where(exchange => (int)exchange.Status < 300).Select(exchange => Contract.Find(exchange.Method, exchange.Path)).ToHashSet();
        Contract.Operations.Where(operation => operation.IsCovered && !called.Contains(operation)).ShouldBeEmpty("covered, but not walked successfully");
    }
}

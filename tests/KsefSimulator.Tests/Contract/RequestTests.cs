using System.Net;
using System.Text.Json.Nodes;
using KsefSimulator.Tests.Support;

namespace KsefSimulator.Tests.Contract;

/// <summary>Requests that the contract forbids: each that a walk made is made again with one thing wrong.</summary>
public sealed class RequestTests
{
    private static readonly OpenApi Contract = new();

    // The Ministry's own client leaves the type out when it is Nip.
    private static readonly string[] Lenient = ["$.contextIdentifier.type removed"];

    [Fact]
    public async Task RequestBody_WithOneMemberWrong_IsRefused()
    {
        await using var ksef = await TestKsef.StartAsync();
        ksef.Exchanges = [];
        await ApiWalk.RunAsync(ksef, await ksef.LoginAsync());
        var taken = ksef.Exchanges.Where(exchange => (int)exchange.Status < 300 && !string.IsNullOrEmpty(exchange.RequestBody)).ToList();
        ksef.Exchanges = null;
        var token = await ksef.LoginAsync();

        var accepted = new List<string>();
        var tried = 0;
        foreach (var exchange in taken.DistinctBy(exchange => Contract.Find(exchange.Method, exchange.Path)))
        {
            var operation = Contract.Find(exchange.Method, exchange.Path)!;
            foreach (var (what, body) in operation.RequestSchema is { } schema ? Mutations.Of(Contract.Document, schema, JsonNode.Parse(exchange.RequestBody!)!) : [])
            {
                tried++;
                var reply = await ksef.CallAsync(new HttpMethod(exchange.Method), exchange.Path.TrimStart('/'), body, token);
                if (reply.Status != HttpStatusCode.BadRequest && !Lenient.Contains(what))
                {
                    accepted.Add($"{operation} {what}: {(int)reply.Status}");
                }
            }
        }

        accepted.ShouldBeEmpty();
        tried.ShouldBeGreaterThan(120);
    }

    [Fact]
    public async Task QueryParameter_OutsideItsSchema_IsRefused()
    {
        await using var ksef = await TestKsef.StartAsync();
        var token = await ksef.LoginAsync();
        var accepted = new List<string>();
        var tried = 0;
        foreach (var operation in Contract.Operations.Where(operation => operation.Method == "GET"))
        {
            foreach (var parameter in (operation.Declared["parameters"]?.AsArray() ?? []).Where(parameter => parameter!["in"]!.GetValue<string>() == "query"))
            {
                var required = operation.Path == "/sessions" ? "sessionType=Online&" : string.Empty;
                foreach (var value in Mutations.BadValues(Contract.Document, parameter!["schema"]!))
                {
                    tried++;
                    var target = $"{operation.SamplePath}?{(parameter["name"]!.GetValue<string>() == "sessionType" ? string.Empty : required)}{parameter["name"]}={Uri.EscapeDataString(value)}";
                    var reply = await ksef.GetAsync(target, token);
                    if (reply.Status is not (HttpStatusCode.BadRequest or HttpStatusCode.NotImplemented))
                    {
                        accepted.Add($"{operation}: {target} {(int)reply.Status}");
                    }
                }
            }
        }

        accepted.ShouldBeEmpty();
        tried.ShouldBeGreaterThan(15);
    }
}

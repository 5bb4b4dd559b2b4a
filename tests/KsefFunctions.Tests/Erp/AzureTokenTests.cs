using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace KsefFunctions.Tests.Erp;

/// <summary>On Azure the Python example shows a token of the Azure CLI. Azurite takes tokens over HTTPS only, so a small server stands in.</summary>
public sealed class AzureTokenTests : IDisposable
{
    private const string Token = "token-of-the-cli";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("erp-token-");
    private readonly ConcurrentQueue<string> _requests = new();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Run_AccountAddress_ShowsTheTokenOfTheAzureCli()
    {
        var path = StandInCommand.Make(
            _folder, "az", $"#!/bin/sh\n[ \"$*\" = 'account get-access-token --resource https://storage.azure.com --query accessToken --output tsv' ] && echo {Token}\n");
        var file = Path.Combine(_folder.FullName, "FV-1.xml");
        await File.WriteAllTextAsync(file, "<Faktura/>");
        await using var storage = WebApplication.CreateSlimBuilder().Build();
        storage.Urls.Add("http://127.0.0.1:0");
        storage.Run(AnswerAsync);
        await storage.StartAsync();

        var run = await ExampleProgram.RunAsync(
            "python3",
            "python/erp.py",
            [file, "5265877635/FV-1.xml", _folder.FullName, "30"],
            new Dictionary<string, string> { ["PATH"] = path, ["KSEF_STORAGE"] = storage.Urls.Single() });

        run.ExitCode.ShouldBe(0, run.Output + run.Errors);
        _requests.ShouldBe(
            ["PUT /inbox/5265877635/FV-1.xml", "GET /outbox/5265877635/FV-1.xml.result.json", "GET /outbox/5265877635/FV-1.xml.result.json"]);
    }

    // Takes the file, says once that there is no result yet, and then gives one. Without the token it refuses.
    private Task AnswerAsync(HttpContext context)
    {
        _requests.Enqueue($"{context.Request.Method} {context.Request.Path}");
        var isLetIn = context.Request.Headers.Authorization == $"Bearer {Token}" && context.Request.Headers.ContainsKey("x-ms-version");
        context.Response.Headers.LastModified = "Tue, 03 Feb 2026 10:15:00 GMT";
        context.Response.StatusCode = (isLetIn, _requests.Count) switch
        {
            (false, _) => StatusCodes.Status403Forbidden,
            (true, 1) => StatusCodes.Status201Created,
            (true, 2) => StatusCodes.Status404NotFound,
            _ => StatusCodes.Status200OK,
        };
        var hash = Convert.ToHexStringLower(SHA256.HashData("<Faktura/>"u8));
        return context.Response.StatusCode == StatusCodes.Status200OK
            ? context.Response.WriteAsync($$"""{ "outcome": "Accepted", "sha256": "{{hash}}", "errors": [], "invoices": [], "upos": [] }""")
            : Task.CompletedTask;
    }
}

#!/usr/bin/env bash
# Microsoft.Azure.WebJobs.Extensions.Storage.Blobs 5.3.10 (NuGet), the blob trigger of Azure Functions by container scan, which it
# does where its source is not Event Grid; against Azurite 3.37.0 (npm).
#
# Guess:   the scan finds every new blob, if late: "may be delayed" is what the documentation of polling warns of.
# Really:  it remembers the newest Last-Modified that it has seen and looks for later ones. Last-Modified has whole seconds, on Azure as
#          on Azurite, so what is written in the rest of the second in which a scan has run is never seen, by any later scan.
# Matters: an ERP that drops some files a second loses a part of them, silently: no poison message, no log line. On Azure, storage
#          logs may still show what the scan missed, "best effort". Use Event Grid as the source, and a sweep that lists the container.
set -euo pipefail

work=$(mktemp -d)
azurite=
trap 'if [ -n "$azurite" ]; then kill -9 "$azurite" 2> /dev/null || true; fi; rm -rf "$work"' EXIT
cd "$work"

cat > package.json <<'JSON'
{ "private": true, "dependencies": { "azurite": "3.37.0" } }
JSON

cat > finding.csproj <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <Nullable>enable</Nullable>
    <ImplicitUsings>enable</ImplicitUsings>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Microsoft.Azure.WebJobs" Version="3.0.48" />
    <PackageReference Include="Microsoft.Azure.WebJobs.Extensions.Storage.Blobs" Version="5.3.10" />
    <PackageReference Include="Microsoft.Extensions.Hosting" Version="10.0.14" />
  </ItemGroup>
</Project>
XML

cat > Program.cs <<'CS'
using System.Collections.Concurrent;
using Azure.Storage.Blobs;
using Microsoft.Azure.WebJobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

BlobContainerClient inbox = new(args[0], "inbox");
await inbox.CreateIfNotExistsAsync();

// The console stays free for what the script shows.
using IHost host = new HostBuilder()
    .ConfigureAppConfiguration(configuration => configuration.AddInMemoryCollection([new("AzureWebJobsStorage", args[0])]))
    .ConfigureWebJobs(jobs => jobs.AddAzureStorageBlobs())
    .ConfigureLogging(logging => logging.ClearProviders())
    .ConfigureServices(services => services.AddSingleton<ITypeLocator, OneFunction>())
    .Build();
await host.StartAsync();

// From here on the scans run every second or two.
await inbox.UploadBlobAsync("first.xml", BinaryData.FromString("<Faktura/>"));
await WaitForAsync("first.xml");

// Where in a second a scan falls is chance; that none falls amid any of these ten seconds is not to be expected.
List<string> written = [];
for (int round = 0; round < 10; round++)
{
    int second;
    do
    {
        await Task.Delay(5);
    }
    while (Now().Millisecond > 100);

    second = Now().Second;
    for (int number = 1; Now().Second == second; number++)
    {
        written.Add($"invoice-{round}-{number}.xml");
        await inbox.UploadBlobAsync(written[^1], BinaryData.FromString("<Faktura/>"));
        await Task.Delay(40);
    }

    await Task.Delay(2500);
}

// The last blob is of a second of its own: once it is seen, scans have run since all the others were written.
await inbox.UploadBlobAsync("last.xml", BinaryData.FromString("<Faktura/>"));
await WaitForAsync("last.xml");
await Task.Delay(TimeSpan.FromSeconds(20));
await host.StopAsync();

string[] missed = [.. written.Where(name => !Inbox.Seen.ContainsKey(name))];
Console.WriteLine($"Microsoft.Azure.WebJobs.Extensions.Storage.Blobs {typeof(BlobTriggerAttribute).Assembly.GetName().Version}");
Console.WriteLine($"{written.Count} blobs written, {missed.Length} never seen: {string.Join(' ', missed)}");

bool asStated = missed.Length > 0 && missed.Length < written.Count && Inbox.Seen.ContainsKey("last.xml");
Console.WriteLine(asStated ? "as stated" : "NOT as stated");
return asStated ? 0 : 1;

static async Task WaitForAsync(string name)
{
    for (int waited = 0; !Inbox.Seen.ContainsKey(name) && waited < 120; waited++)
    {
        await Task.Delay(1000);
    }
}

static DateTimeOffset Now() => TimeProvider.System.GetUtcNow();

public sealed class OneFunction : ITypeLocator
{
    public IReadOnlyList<Type> GetTypes() => [typeof(Inbox)];
}

public static class Inbox
{
    public static ConcurrentDictionary<string, bool> Seen { get; } = new();

    public static void TakeIn([BlobTrigger("inbox/{name}")] string content, string name) => Seen[name] = true;
}
CS

dotnet build -c Release -o out --nologo -v quiet > build.log || { cat build.log; exit 1; }
npm install --silent --no-fund --no-audit
key=$(printf findings | base64)
AZURITE_ACCOUNTS="findings:$key" node_modules/.bin/azurite --inMemoryPersistence --disableTelemetry --skipApiVersionCheck \
  --blobPort 0 --queuePort 0 --tablePort 0 > azurite.log 2>&1 &
azurite=$!
disown
timeout 60 sh -c 'until grep -q "Table service is successfully" azurite.log; do sleep 0.2; done' || { cat azurite.log; exit 1; }
endpoint() { echo "$1Endpoint=$(sed -n "s/.*$1 service is successfully listening at //p" azurite.log)/findings"; }

dotnet out/finding.dll "AccountName=findings;AccountKey=$key;$(endpoint Blob);$(endpoint Queue);$(endpoint Table)"

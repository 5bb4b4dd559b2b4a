#!/usr/bin/env bash
# Microsoft.Azure.WebJobs.Extensions.Storage.Blobs 5.3.10 (NuGet), the blob trigger of Azure Functions; against Azurite 3.37.0 (npm).
#
# Guess:   the blob trigger's five tries are spread, by growing waits or at least by the visibility timeout that host.json sets for
#          queues: its work goes through a storage queue. An outage of some seconds is survived.
# Really:  the five tries follow each other at once, and are over within a second or two. Then the blob goes to the queue
#          webjobs-blobtrigger-poison and is not tried again. Visibility timeout and number of tries of the queue options do not
#          reach it; the blob options have the number of tries (poisonBlobThreshold) and no wait.
# Matters: a restart of the durable back end, a throttled account, a lock held for five seconds: invoices dropped meanwhile are
#          given up on, and nothing takes them in but code that reads the poison queue.
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
    <PackageReference Include="Microsoft.Azure.WebJobs.Extensions.Storage.Queues" Version="5.3.10" />
    <PackageReference Include="Microsoft.Extensions.Hosting" Version="10.0.14" />
  </ItemGroup>
</Project>
XML

cat > Program.cs <<'CS'
using System.Collections.Concurrent;
using System.Text;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
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
    .ConfigureWebJobs(jobs => jobs.AddAzureStorageBlobs().AddAzureStorageQueues(queues => (queues.VisibilityTimeout, queues.MaxDequeueCount) = (TimeSpan.FromSeconds(30), 2)))
    .ConfigureLogging(logging => logging.ClearProviders())
    .ConfigureServices(services => services.AddSingleton<ITypeLocator, OneFunction>())
    .Build();
await host.StartAsync();

await inbox.UploadBlobAsync("invoice.xml", BinaryData.FromString("<Faktura/>"));

QueueClient poison = new(args[0], "webjobs-blobtrigger-poison");
PeekedMessage? givenUp = null;
for (int waited = 0; givenUp is null && waited < 120; waited++)
{
    await Task.Delay(1000);
    givenUp = await poison.ExistsAsync() ? (await poison.PeekMessageAsync()).Value : null;
}

// Longer than the visibility timeout of the queue options.
await Task.Delay(TimeSpan.FromSeconds(35));
await host.StopAsync();

DateTimeOffset[] tries = [.. Inbox.Tries];
string waits = string.Join(", ", tries.Zip(tries.Skip(1), (one, next) => $"{(next - one).TotalMilliseconds:0} ms"));
bool isGivenUp = givenUp is not null && Encoding.UTF8.GetString(Convert.FromBase64String(givenUp.MessageText)).Contains("invoice.xml");
Console.WriteLine($"Microsoft.Azure.WebJobs.Extensions.Storage.Blobs {typeof(BlobTriggerAttribute).Assembly.GetName().Version}");
Console.WriteLine($"{tries.Length} tries, waits between them: {waits}; in the poison queue: {isGivenUp}");

bool asStated = tries.Length == 5 && tries[^1] - tries[0] < TimeSpan.FromSeconds(15) && isGivenUp;
Console.WriteLine(asStated ? "as stated" : "NOT as stated");
return asStated ? 0 : 1;

public sealed class OneFunction : ITypeLocator
{
    public IReadOnlyList<Type> GetTypes() => [typeof(Inbox)];
}

public static class Inbox
{
    public static ConcurrentQueue<DateTimeOffset> Tries { get; } = new();

    public static void TakeIn([BlobTrigger("inbox/{name}")] string content, string name)
    {
        Tries.Enqueue(TimeProvider.System.GetUtcNow());
        throw new InvalidOperationException("The back end is away.");
    }
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

#:package Azure.Identity@1.21.0
#:package Azure.Storage.Blobs@12.30.1
#:property ManagePackageVersionsCentrally=false

// Drops a file for KSeF, waits for its result and saves the receipts:
//
//   dotnet run erp.cs -- FV-1.xml 5265877635/sales/FV-1.xml receipts [seconds]
//
// KSEF_STORAGE is https://<account>.blob.core.windows.net, opened by what DefaultAzureCredential finds (managed identity, environment
// variables of a service principal, Azure CLI), or the connection string that LocalHost keeps.
// Ends with 0 when everything was accepted, 1 when not, 2 on bad arguments, 3 when no result came in time.

using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Azure;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

if (args.Length is < 3 or > 4 || Environment.GetEnvironmentVariable("KSEF_STORAGE") is not { Length: > 0 } storage)
{
    Console.Error.WriteLine("KSEF_STORAGE must be set; arguments: file, name in the inbox, folder for receipts, seconds to wait.");
    return 2;
}

var (file, name, folder) = (args[0], args[1], args[2]);
var patience = TimeSpan.FromSeconds(args.Length == 4 ? double.Parse(args[3], CultureInfo.InvariantCulture) : 600);
var service = storage.StartsWith("https://", StringComparison.Ordinal)
    ? new BlobServiceClient(new Uri(storage), new DefaultAzureCredential())
    : new BlobServiceClient(storage);
var outbox = service.GetBlobContainerClient("outbox");

var (hash, droppedAt) = await DropAsync();
using var result = await WaitAsync();
if (result is null)
{
    Console.Error.WriteLine($"No result after {patience}. It will come: ask for {name}.result.json again later, or look at the dashboard.");
    return 3;
}

var outcome = result.RootElement.GetProperty("outcome").GetString();
Console.WriteLine(outcome);
foreach (var error in result.RootElement.GetProperty("errors").EnumerateArray())
{
    Print(error);
}

foreach (var invoice in result.RootElement.GetProperty("invoices").EnumerateArray())
{
    Console.WriteLine($"{Text(invoice, "number")} {Text(invoice, "outcome")} {Text(invoice, "ksefNumber")}");
    foreach (var error in invoice.GetProperty("errors").EnumerateArray())
    {
        Print(error);
    }
}

Directory.CreateDirectory(folder);
foreach (var upo in result.RootElement.GetProperty("upos").EnumerateArray().Select(upo => upo.GetString()!))
{
    var target = Path.Combine(folder, Path.GetFileName(upo));
    await outbox.GetBlobClient(upo).DownloadToAsync(target);
    Console.WriteLine(target);
}

return outcome == "Accepted" ? 0 : 1;

async Task<(string Hash, DateTimeOffset DroppedAt)> DropAsync()
{
    await using var content = File.OpenRead(file);
    var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(content));
    content.Position = 0;
    var blob = await service.GetBlobContainerClient("inbox").GetBlobClient(name).UploadAsync(content, overwrite: true);
    return (sha256, blob.Value.LastModified);
}

async Task<JsonDocument?> WaitAsync()
{
    var deadline = DateTimeOffset.UtcNow + patience;
    for (var pause = TimeSpan.FromSeconds(1); ; pause = pause < TimeSpan.FromMinutes(1) ? pause * 1.5 : pause)
    {
        if (await FindAsync() is { } found)
        {
            return found;
        }

        if (DateTimeOffset.UtcNow + pause > deadline)
        {
            return null;
        }

        await Task.Delay(pause);
    }
}

// A name may be used again, and then each content has a result of its own beside the plain name: that of this drop is of these bytes, and not older
// than the drop.
async Task<JsonDocument?> FindAsync()
{
    foreach (var resultName in (string[])[$"{name}.result.json", $"{name}.{hash[..16]}.result.json"])
    {
        if (await ReadAsync(resultName) is not { } read)
        {
            return null;
        }

        var found = JsonDocument.Parse(read.Content.ToMemory());
        if (Text(found.RootElement, "sha256") == hash && read.Details.LastModified >= droppedAt)
        {
            return found;
        }
    }

    return null;
}

async Task<BlobDownloadResult?> ReadAsync(string resultName)
{
    try
    {
        return (await outbox.GetBlobClient(resultName).DownloadContentAsync()).Value;
    }
    catch (RequestFailedException missing) when (missing.Status == 404)
    {
        return null;
    }
}

static void Print(JsonElement error) =>
    Console.WriteLine($"  {Text(error, "severity")} {Text(error, "code")}: {Text(error, "message")} {Text(error, "whatToDo")}");

static string Text(JsonElement element, string member) => element.TryGetProperty(member, out var value) ? value.ToString() : "-";

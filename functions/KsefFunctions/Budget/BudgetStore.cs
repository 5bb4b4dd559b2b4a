using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Azure;
using Ksef.Client;
using KsefFunctions.Settings;
using KsefFunctions.Storage;
using Microsoft.Extensions.Options;

namespace KsefFunctions.Budget;

/// <summary>The budgets in the container <c>status</c>: one small document for each context, changed under its ETag.</summary>
public sealed partial class BudgetStore(InvoiceStorage storage, IOptions<KsefFunctionsOptions> options, TimeProvider time, ILogger<BudgetStore> logger)
{
    // Percent of the fullest hour's limit, so that one listing shows who is near its end.
    private const string FullestHour = "hour";

    // Limits of one environment mean nothing in another.
    private readonly string _folder = $"budget/{options.Value.Environment.ToString().ToLowerInvariant()}/";

    /// <summary>The budget as it stands, with its version; one without calls where there is none.</summary>
    public async Task<KnownWindows> ReadAsync(ContextIdentifier context, CancellationToken cancellationToken) =>
        await storage.ReadAsync(BlobArea.Status, NameOf(context), cancellationToken) is { } blob
            ? new KnownWindows(Parse(context, blob.Content.Span), blob.ETag)
            : new KnownWindows(CallWindows.None, ETag: null);

    /// <summary>Puts a budget in the place of the version that is known.</summary>
    /// <returns>The budget with its new version; null when another writer was faster.</returns>
    public async Task<KnownWindows?> TryReplaceAsync(ContextIdentifier context, KnownWindows known, CallWindows changed, CancellationToken cancellationToken)
    {
        var name = NameOf(context);
        var metadata = new Dictionary<string, string> { [FullestHour] = Fullest(context, changed).ToString(CultureInfo.InvariantCulture) };
        await using var document = PooledContent.Json(changed, BudgetJson.Default.CallWindows);
        if (known.ETag is { } expected)
        {
            return await storage.TryReplaceAsync(BlobArea.Status, name, document, expected, metadata, cancellationToken) is { } written ? new KnownWindows(changed, written) : null;
        }

        // A creation does not tell its version; it happens once for each company.
        return await storage.CreateOnceAsync(BlobArea.Status, name, document, cancellationToken, metadata)
            && await ReadAsync(context, cancellationToken) is { ETag: not null } created ? created : null;
    }

    /// <summary>Contexts of which a group had used at least that much of its hour's limit, to a whole percent, when their budget was written last, during the last day.</summary>
    public IAsyncEnumerable<ContextIdentifier> FilledToAsync(int percent, CancellationToken cancellationToken) => storage.ListAsync(BlobArea.Status, _folder, cancellationToken)
        .Where(blob => time.GetUtcNow() - blob.LastModified < TimeSpan.FromDays(1)
            && blob.Metadata.TryGetValue(FullestHour, out var said) && int.TryParse(said, CultureInfo.InvariantCulture, out var used) && used >= percent)
        .Select(blob => ContextIdentifier.Nip(Path.GetFileNameWithoutExtension(blob.Name)));

    private int Fullest(ContextIdentifier context, CallWindows windows) => windows.Uses(context, time.GetUtcNow())
        .Where(use => use.Window == LimitWindow.Hour)
        .Select(use => 100 * (use.Max - use.Left) / Math.Max(1, use.Max))
        .DefaultIfEmpty()
        .Max();

    private string NameOf(ContextIdentifier context) => $"{_folder}{context.Value}.json";

    // What cannot be read must hold nobody up: the next call writes it anew, and KSeF's own 429 says what was forgotten.
    private CallWindows Parse(ContextIdentifier context, ReadOnlySpan<byte> content)
    {
        try
        {
            return JsonSerializer.Deserialize(content, BudgetJson.Default.CallWindows) ?? CallWindows.None;
        }
        catch (JsonException failure)
        {
            LogUnreadable(failure, context);
            return CallWindows.None;
        }
    }

    [LoggerMessage(2202, LogLevel.Error, "The budget of calls of {Context} cannot be read and begins anew")]
    private partial void LogUnreadable(Exception failure, ContextIdentifier context);
}

/// <summary>A budget and the version of its document; null where there is none yet.</summary>
public sealed record KnownWindows(CallWindows Windows, ETag? ETag);

/// <summary>JSON of the budgets: only ever extended by optional members, because a document outlives an update.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CallWindows))]
internal sealed partial class BudgetJson : JsonSerializerContext;

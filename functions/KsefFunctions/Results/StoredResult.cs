using System.Text.Json;
using System.Text.Json.Nodes;
using KsefFunctions.Files;
using KsefFunctions.Storage;

namespace KsefFunctions.Results;

/// <summary>A result as it lies in the outbox, members of earlier and later versions included.</summary>
internal sealed class StoredResult
{
    // A name that is used for everything must not make its results ever longer; each of those named names those before it.
    private const int MostEarlier = 20;

    private static readonly ResultJson Json = new(ErpJson.Of(ResultJson.Default));

    private readonly JsonObject _document;

    private StoredResult(JsonObject document)
    {
        _document = document;
        Name = TextOf("name");
        Sha256 = TextOf("sha256");
        Earlier = document["earlier"]?.Deserialize(Json.IReadOnlyListEarlierResult) ?? [];
    }

    /// <summary>Name in the inbox.</summary>
    public string Name { get; }

    /// <summary>SHA-256 of the content, lower-case hex; empty when it was never read.</summary>
    public string Sha256 { get; }

    /// <summary>False for a drop that nobody read: it has no name of its own.</summary>
    public bool WasRead => Sha256.Length > 0;

    /// <summary>Other contents under this name, those named last at the end.</summary>
    public IReadOnlyList<EarlierResult> Earlier { get; }

    /// <summary>Name that no other content's result has.</summary>
    public string OwnName => OutboxNames.OfContent(Name, Sha256, OutboxNames.ResultSuffix);

    /// <summary>Grows from each writing of a content's result to the next.</summary>
    public (int Attempt, bool IsComplete, DateTimeOffset FinishedAt) Stage => (
        _document["attempt"]?.GetValue<int>() ?? 1,
        TextOf("receipt") != nameof(ReceiptState.Pending),
        _document["finishedAt"]?.GetValue<DateTimeOffset>() ?? DateTimeOffset.MinValue);

    public static StoredResult Of(ResultFile result) => new(JsonSerializer.SerializeToNode(result, Json.ResultFile)!.AsObject());

    /// <summary>Reads one to its end.</summary>
    public static async Task<StoredResult> ReadAsync(BlobDownload blob, CancellationToken cancellationToken) =>
        new((await JsonNode.ParseAsync(blob.Content, cancellationToken: cancellationToken))!.AsObject());

    /// <summary>A result as JSON, at its start.</summary>
    public static Stream ToJson(ResultFile result) => PooledContent.Json(result, Json.ResultFile);

    /// <summary>As JSON, at its start.</summary>
    public Stream ToJson() => PooledContent.Json(_document, Json.JsonObject);

    /// <summary>What another content's result says of this one.</summary>
    public EarlierResult AsEarlier() => new() { Sha256 = Sha256, Outcome = Enum.Parse<FileOutcome>(TextOf("outcome")), Result = OwnName };

    /// <summary>The result with other contents named, and its own never.</summary>
    public StoredResult With(IEnumerable<EarlierResult> earlier)
    {
        IReadOnlyList<EarlierResult> others = [.. earlier.Where(other => other.Sha256 != Sha256).TakeLast(MostEarlier)];
        var changed = _document.DeepClone().AsObject();
        changed.Remove("earlier");
        if (others.Count > 0)
        {
            changed["earlier"] = JsonSerializer.SerializeToNode(others, Json.IReadOnlyListEarlierResult);
        }

        return new StoredResult(changed);
    }

    /// <summary>The contents that it names, and this one as the last; one that was never read has no result of its own.</summary>
    public IEnumerable<EarlierResult> EarlierWith(StoredResult one) =>
        !one.WasRead ? Earlier : Earlier.Where(known => known.Sha256 != one.Sha256).Append(one.AsEarlier());

    private string TextOf(string member) => _document[member]?.GetValue<string>() ?? string.Empty;
}

using System.Globalization;

namespace KsefFunctions.Results;

/// <summary>What is written beside a result or a receipt, as the metadata of its blob, so that its content need not be read.</summary>
/// <param name="DroppedAt">When the content was dropped last under the name; null in results of versions that did not note it.</param>
/// <param name="Sha256">SHA-256 of the content; null in results of versions that did not note it.</param>
/// <param name="HasEarlier">The result names other contents.</param>
internal sealed record OutboxMarks(DateTimeOffset? DroppedAt, string? Sha256, bool HasEarlier = false)
{
    private const string ReceivedKey = "received";
    private const string Sha256Key = "sha256";
    private const string EarlierKey = "earlier";

    public static OutboxMarks Read(IDictionary<string, string> metadata) => new(
        metadata.TryGetValue(ReceivedKey, out var at) ? DateTimeOffset.Parse(at, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind) : null,
        metadata.TryGetValue(Sha256Key, out var sha256) ? sha256 : null,
        metadata.ContainsKey(EarlierKey));

    /// <summary>As metadata, which takes no empty values.</summary>
    public Dictionary<string, string> ToMetadata()
    {
        var metadata = new Dictionary<string, string>();
        if (DroppedAt is { } at)
        {
            metadata[ReceivedKey] = at.ToString("O", CultureInfo.InvariantCulture);
        }

        if (Sha256 is { Length: > 0 } sha256)
        {
            metadata[Sha256Key] = sha256;
        }

        if (HasEarlier)
        {
            metadata[EarlierKey] = "1";
        }

        return metadata;
    }
}

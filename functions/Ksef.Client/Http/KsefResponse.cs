using System.Net;

namespace Ksef.Client;

/// <summary>An answer, read to its end.</summary>
internal sealed record KsefResponse(HttpStatusCode Status, string? MediaType, byte[] Body)
{
    /// <summary>SHA-256 of the body as announced, Base64.</summary>
    public string? AnnouncedHash { get; init; }

    /// <summary>Retry-After as a span, whether it came in seconds or as a date.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Error code of the storage behind KSeF's addresses.</summary>
    public string? StorageError { get; init; }

    public bool IsSuccess => (int)Status is >= 200 and < 300;

    public bool IsJson => MediaType?.Contains("json", StringComparison.OrdinalIgnoreCase) == true;

    public override string ToString() => $"{(int)Status} {MediaType}";
}

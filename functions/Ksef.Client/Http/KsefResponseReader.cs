namespace Ksef.Client;

/// <summary>Takes from an HTTP answer what the client needs.</summary>
internal static class KsefResponseReader
{
    public static async Task<KsefResponse> ReadAsync(HttpResponseMessage message, TimeProvider time, CancellationToken cancellationToken) =>
        new(message.StatusCode, message.Content.Headers.ContentType?.MediaType, await message.Content.ReadAsByteArrayAsync(cancellationToken))
        {
            AnnouncedHash = Header(message, "x-ms-meta-hash"),
            StorageError = Header(message, "x-ms-error-code"),
            RetryAfter = RetryAfter(message, time),
        };

    private static TimeSpan? RetryAfter(HttpResponseMessage message, TimeProvider time)
    {
        var header = message.Headers.RetryAfter;
        if (header?.Delta is { } delta)
        {
            return delta;
        }

        // A date is measured against the server's own clock where it shows it, so that a wrong clock here shortens nothing.
        var wait = header?.Date - (message.Headers.Date ?? time.GetUtcNow());
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private static string? Header(HttpResponseMessage message, string name) =>
        message.Headers.TryGetValues(name, out var values) || message.Content.Headers.TryGetValues(name, out values)
            ? values.FirstOrDefault(value => value.Length > 0)
            : null;
}

namespace KsefFunctions.Storage;

/// <summary>Reads a stream whose announced length may be a lie.</summary>
internal static class BoundedRead
{
    /// <returns>The whole content, or null when it has more than <paramref name="limit"/> bytes.</returns>
    public static async Task<ReadOnlyMemory<byte>?> ToEndAsync(Stream stream, int expected, int limit, CancellationToken cancellationToken)
    {
        var buffer = new byte[Math.Min(expected, limit) + 1];
        var length = 0;
        while (true)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken);
            if (read == 0)
            {
                return buffer.AsMemory(0, length);
            }

            length += read;
            if (length > limit)
            {
                return null;
            }

            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, Math.Min(Math.Max(buffer.Length * 2, 4096), limit + 1));
            }
        }
    }
}

using System.Globalization;
using LocalHost.Durable.History;

namespace LocalHost.Durable;

/// <summary>Which blob holds which execution: <c>{escaped instance id}/{number}</c>.</summary>
internal static class BlobNames
{
    public static string Of(ExecutionKey key) => string.Create(
        CultureInfo.InvariantCulture, $"{Uri.EscapeDataString(key.InstanceId).Replace('%', '!')}/{key.Number:D8}");

    public static bool TryParse(string name, out ExecutionKey key)
    {
        key = default;
        var cut = name.LastIndexOf('/');
        if (cut < 1 || !int.TryParse(name.AsSpan(cut + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }

        key = new ExecutionKey(Uri.UnescapeDataString(name[..cut].Replace('!', '%')), number);
        return true;
    }
}

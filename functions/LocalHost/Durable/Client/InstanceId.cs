using System.Security.Cryptography;

namespace LocalHost.Durable.Client;

/// <summary>What can be an instance id on every back end: up to 100 printable ASCII characters, none of them / \ # ?, not starting with @.</summary>
internal static class InstanceId
{
    private const int LongestId = 100;

    /// <exception cref="ArgumentException">The id would not work on Azure.</exception>
    public static string Check(string id) =>
        id.Length is > 0 and <= LongestId && id[0] != '@' && id.All(character => character is >= ' ' and <= '~' and not ('/' or '\\' or '#' or '?'))
            ? id
            : throw new ArgumentException(
                $"An instance id has 1 to {LongestId} printable ASCII characters, none of them / \\ # ?, and does not start with @.", nameof(id));

    public static string NewRandom() => RandomNumberGenerator.GetHexString(32, lowercase: true);
}

using System.Security.Cryptography;

namespace LocalHost.Host.Worker;

/// <summary>Ids in the form that the protocol's peers use.</summary>
internal static class RandomId
{
    public static string Next() => new Guid(RandomNumberGenerator.GetBytes(16)).ToString();
}

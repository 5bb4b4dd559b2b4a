using System.Security.Cryptography;
using System.Text;

namespace LocalHost.Triggers.Http;

/// <summary>The one key that opens every function of this machine that is not anonymous.</summary>
public sealed class FunctionKey(string value)
{
    private const string Header = "x-functions-key";
    private const string Query = "code";

    private readonly byte[] _bytes = Encoding.UTF8.GetBytes(value);

    /// <summary>For addresses that are shown to the user, who owns this machine.</summary>
    public string Value => value;

    /// <summary>A key that nobody guesses and that needs no escaping in an address.</summary>
    public static string NewValue() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));

    public bool Opens(HttpRequest request) => Matches(request.Headers[Header].ToString()) || Matches(request.Query[Query].ToString());

    private bool Matches(string candidate) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(candidate), _bytes);
}

using System.Security.Cryptography;
using System.Text;

namespace LocalHost.Host.Http;

/// <summary>The one key that opens everything of this host that is not anonymous.</summary>
internal sealed class FunctionKey(string value)
{
    public const string Query = "code";

    private const string Header = "x-functions-key";

    private readonly byte[] _bytes = Encoding.UTF8.GetBytes(value);

    public string Value => value;

    public bool Opens(HttpRequest request) => Matches(request.Headers[Header].ToString()) || Matches(request.Query[Query].ToString());

    /// <summary>Answers 401 to requests without the key.</summary>
    public RequestDelegate Guard(RequestDelegate next) => context =>
    {
        if (Opens(context.Request))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    };

    private bool Matches(string candidate) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(candidate), _bytes);
}

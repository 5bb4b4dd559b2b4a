using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace KeyVaultServer;

/// <summary>
/// The token endpoint of a managed identity as App Service has it, so that another process gets in by <c>DefaultAzureCredential</c> and two
/// environment variables. Source: learn.microsoft.com/azure/app-service/overview-managed-identity, "REST endpoint reference".
/// </summary>
internal sealed class IdentityEndpoint(VaultIdentity identity, TimeProvider time)
{
    public const string Path = "/msi/token";

    // MSAL keeps a token for the whole process when it is good for five minutes and more, whichever endpoint gave it: a client would then
    // show this vault's token to the next one.
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(4);

    public Task AnswerAsync(HttpContext context)
    {
        HttpRequest request = context.Request;
        return (request.Method, request.Path.Value) switch
        {
            (not "GET", _) or (_, not Path) => RefuseAsync(context, 404, "There is no such operation."),
            _ when !IsKnown(request.Headers["X-IDENTITY-HEADER"].ToString()) => RefuseAsync(context, 401, "The header X-IDENTITY-HEADER is missing or wrong."),
            _ when request.Query["api-version"] != "2019-08-01" => RefuseAsync(context, 400, "The api-version must be 2019-08-01."),
            _ when request.Query["resource"].ToString().TrimEnd('/') != VaultIdentity.Resource => RefuseAsync(context, 400, $"This identity has tokens for {VaultIdentity.Resource} only."),
            _ => VaultEndpoints.WriteAsync(context, 200, new JsonObject
            {
                ["access_token"] = identity.Token,
                ["expires_on"] = (time.GetUtcNow() + Lifetime).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
                ["resource"] = VaultIdentity.Resource,
                ["token_type"] = "Bearer",
            }),
        };
    }

    private bool IsKnown(string header) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(header), Encoding.UTF8.GetBytes(identity.Header));

    private static Task RefuseAsync(HttpContext context, int status, string message) =>
        VaultEndpoints.WriteAsync(context, status, new JsonObject { ["statusCode"] = status, ["message"] = message });
}

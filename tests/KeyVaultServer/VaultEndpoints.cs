using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace KeyVaultServer;

/// <summary>Answers as Key Vault does, as far as this project asks. Source: the REST API 7.x of secrets and certificates.</summary>
internal sealed class VaultEndpoints(VaultContent content, Func<string, VaultSecret?>? issue, VaultIdentity identity) : IDisposable
{
    // Small, so that clients have to turn pages.
    private const int PageSize = 2;

    private readonly ConcurrentQueue<string> _requests = new();
    private readonly CancellationTokenSource _closing = new();
    private VaultFault? _fault;
    private int _faultsLeft;

    public VaultContent Content => content;

    public IReadOnlyCollection<string> Requests => _requests;

    public void Fail(VaultFault? fault, int times)
    {
        _fault = fault;
        _faultsLeft = times;
    }

    public async Task AnswerAsync(HttpContext context)
    {
        if (!IsKnown(context.Request.Headers.Authorization.ToString()))
        {
            context.Response.Headers.WWWAuthenticate = $"Bearer authorization=\"https://login.microsoftonline.com/{VaultIdentity.Tenant}\", resource=\"{VaultIdentity.Resource}\"";
            await WriteAsync(context, 401, VaultBodies.Error("Unauthorized", "AKV10000: Request is missing a Bearer or PoP token."));
            return;
        }

        _requests.Enqueue($"{context.Request.Method} {context.Request.Path}");
        if (_fault is { } fault && (fault.Method ?? context.Request.Method) == context.Request.Method && Interlocked.Decrement(ref _faultsLeft) >= 0)
        {
            await FailAsync(context, fault);
            return;
        }

        if (string.IsNullOrEmpty(context.Request.Query["api-version"]))
        {
            await WriteAsync(context, 400, VaultBodies.Error("BadParameter", "AKV10049: api-version must be specified"));
            return;
        }

        Uri vault = VaultOf(context);
        string[] path = context.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        await ((context.Request.Method, path) switch
        {
            ("GET", ["secrets"]) => ListAsync(context, "secrets", content.Names.Select(content.Current).OfType<VaultItem>(), withVersion: false),
            ("GET", ["secrets", var name, "versions"]) => ListAsync(context, $"secrets/{name}/versions", content.Versions(name).OrderBy(item => item.Version), withVersion: true),
            ("GET", ["secrets", var name]) => SecretAsync(context, name, content.CurrentOr(name, issue)),
            ("GET", ["secrets", var name, var version]) => SecretAsync(context, name, content.Versions(name).FirstOrDefault(item => item.Version == version)),
            ("GET", ["certificates", var name]) => CertificateEndpoints.GetAsync(context, vault, content, name),
            ("POST", ["certificates", var name, "import"]) => CertificateEndpoints.ImportAsync(context, vault, content, name),
            _ => WriteAsync(context, 405, VaultBodies.Error("BadRequest", "There is no such operation.")),
        });
    }

    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
    }

    internal static Task WriteAsync(HttpContext context, int status, JsonObject body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(body.ToJsonString());
    }

    // Clients compare the ids with the address that they called.
    private static Uri VaultOf(HttpContext context) => new($"https://{context.Request.Host}/");

    private bool IsKnown(string authorization) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(authorization), Encoding.UTF8.GetBytes($"Bearer {identity.Token}"));

    private static Task SecretAsync(HttpContext context, string name, VaultItem? item)
    {
        if (item is null)
        {
            return WriteAsync(context, 404, VaultBodies.Error("SecretNotFound", $"A secret with (name/id) {name} was not found in this key vault."));
        }

        return item.Enabled
            ? WriteAsync(context, 200, VaultBodies.Secret(VaultOf(context), item))
            : WriteAsync(context, 403, VaultBodies.Error("Forbidden", "Operation get is not allowed on a disabled secret.", "SecretDisabled"));
    }

    private static Task ListAsync(HttpContext context, string path, IEnumerable<VaultItem> items, bool withVersion)
    {
        int skip = int.TryParse(context.Request.Query["$skiptoken"], CultureInfo.InvariantCulture, out int read) ? read : 0;
        Uri vault = VaultOf(context);
        List<VaultItem> all = [.. items];
        var page = new JsonObject
        {
            ["value"] = new JsonArray([.. all.Skip(skip).Take(PageSize).Select(item => VaultBodies.Properties(vault, item, withVersion))]),
            ["nextLink"] = skip + PageSize < all.Count ? new Uri(vault, $"{path}?api-version=7.6&$skiptoken={skip + PageSize}").AbsoluteUri : null,
        };
        return WriteAsync(context, 200, page);
    }

    private async Task FailAsync(HttpContext context, VaultFault fault)
    {
        if (fault.Status == 0)
        {
            using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _closing.Token);
            await Task.Delay(Timeout.InfiniteTimeSpan, end.Token).ContinueWith(_ => { }, TaskScheduler.Default);
            context.Abort();
            return;
        }

        if (fault.RetryAfter is { } seconds)
        {
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        await WriteAsync(context, fault.Status, VaultBodies.Error(fault.Code, "The vault fails as it was told to.", fault.InnerCode));
    }
}

using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace KsefFunctions.Tests.Telemetry;

/// <summary>Sees what passes between app and KSeF, and notes every secret in it, so that a scan looks for the real ones.</summary>
internal sealed class SecretSpy
{
    private readonly ConcurrentDictionary<string, string> _secrets = new();

    /// <summary>The secrets, each with what it is.</summary>
    public IReadOnlyDictionary<string, string> Secrets => _secrets;

    public string? Bearer { get; private set; }

    public void Note(string secret, string what) => _secrets[secret] = what;

    public void Listen(IServiceCollection services) => services.AddHttpClient(Ksef.Client.KsefClientServices.HttpClientName).AddHttpMessageHandler(() => new Ear(this));

    private void NoteTokens(JsonElement json)
    {
        foreach (var value in json.ValueKind switch
        {
            JsonValueKind.Object => json.EnumerateObject().Select(property => (property.Name, property.Value)),
            JsonValueKind.Array => json.EnumerateArray().Select(item => (Name: string.Empty, Value: item)),
            _ => [],
        })
        {
            if (value.Value.ValueKind is not JsonValueKind.String)
            {
                NoteTokens(value.Value);
                continue;
            }

            var text = value.Value.GetString()!;
            if (value.Name is "token" or "encryptedToken" or "encryptedSymmetricKey" or "encryptedInvoiceContent")
            {
                Note(text, value.Name);
            }
            else if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Query.Length > 10)
            {
                Note(address.Query[1..], "right of access in an address");
            }
        }
    }

    private sealed class Ear(SecretSpy spy) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Headers.Authorization?.Parameter is { } bearer)
            {
                spy.Bearer = bearer;
                spy.Note(bearer, "bearer token");
            }

            await NoteAsync(request.Content, cancellationToken);
            var response = await base.SendAsync(request, cancellationToken);
            await response.Content.LoadIntoBufferAsync(cancellationToken);
            await NoteAsync(response.Content, cancellationToken);
            return response;
        }

        private async Task NoteAsync(HttpContent? content, CancellationToken cancellationToken)
        {
            if (content?.Headers.ContentType?.MediaType?.Contains("json", StringComparison.Ordinal) == true)
            {
                spy.NoteTokens(JsonDocument.Parse(await content.ReadAsByteArrayAsync(cancellationToken)).RootElement);
            }
        }
    }
}

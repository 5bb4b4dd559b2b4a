using System.Text.RegularExpressions;

namespace KsefFunctions.Evidence;

/// <summary>
/// Hears every answer of KSeF on its way to the client and keeps it for the step that asked. Authentication is left out,
/// because its answers are tokens; so are keys and the bodies of documents.
/// </summary>
internal sealed partial class EvidenceHandler(TimeProvider time) : DelegatingHandler
{
    private const long LargestBody = 4_000_000;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (EvidenceRecorder.Current is not { } recording || !IsEvidence(request.RequestUri!))
        {
            return await base.SendAsync(request, cancellationToken);
        }

        var path = request.RequestUri!.AbsolutePath;
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            recording.Add(new KsefAnswer(
                time.GetUtcNow(), request.Method.Method, path, (int)response.StatusCode, await BodyAsync(response, cancellationToken)));
            return response;
        }
        catch (HttpRequestException)
        {
            recording.Add(new KsefAnswer(time.GetUtcNow(), request.Method.Method, path, Status: null, Body: null));
            throw;
        }
    }

    private static bool IsEvidence(Uri address) =>
        !address.AbsolutePath.Contains("/auth/", StringComparison.Ordinal) && !address.AbsolutePath.Contains("/security/", StringComparison.Ordinal);

    private static async Task<string?> BodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentType?.MediaType?.Contains("json", StringComparison.OrdinalIgnoreCase) != true)
        {
            return null;
        }

        await response.Content.LoadIntoBufferAsync(LargestBody, cancellationToken);
        return Query().Replace(await response.Content.ReadAsStringAsync(cancellationToken), "$1?…");
    }

    // Addresses for upload and download carry their right of access in the query.
    [GeneratedRegex("""(https?://[^"?\s]+)\?[^"\s]+""")]
    private static partial Regex Query();
}

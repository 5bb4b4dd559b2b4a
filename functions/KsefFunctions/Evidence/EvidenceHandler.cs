using System.Buffers;
using System.Text;
using KsefFunctions.Storage;

namespace KsefFunctions.Evidence;

/// <summary>
/// Hears every answer of KSeF on its way to the client and keeps it for the step that asked. Authentication is left out,
/// because its answers are tokens; so are keys and the bodies of documents.
/// </summary>
internal sealed class EvidenceHandler(TimeProvider time) : DelegatingHandler
{
    private const long LargestBody = 4_000_000;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (EvidenceRecorder.Current is not { } recording || !IsEvidence(request.RequestUri!))
        {
            return await base.SendAsync(request, cancellationToken);
        }

        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            await RecordAsync(recording, Answer(request, (int)response.StatusCode), response.Content, cancellationToken);
            return response;
        }
        catch (HttpRequestException)
        {
            recording.Add(Answer(request, status: null), body: null);
            throw;
        }
    }

    private static bool IsEvidence(Uri address) =>
        !address.AbsolutePath.Contains("/auth/", StringComparison.Ordinal) && !address.AbsolutePath.Contains("/security/", StringComparison.Ordinal);

    private KsefAnswer Answer(HttpRequestMessage request, int? status) => new(time.GetUtcNow(), request.Method.Method, request.RequestUri!.AbsolutePath, status);

    private static async Task RecordAsync(EvidenceRecording recording, KsefAnswer answer, HttpContent content, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentType?.MediaType?.Contains("json", StringComparison.OrdinalIgnoreCase) != true)
        {
            recording.Add(answer, body: null);
            return;
        }

        // The client reads the same answer afterwards.
        await content.LoadIntoBufferAsync(LargestBody, cancellationToken);
        await using var body = PooledContent.Empty();
        await content.CopyToAsync(body, cancellationToken);
        body.Position = 0;
        using var reader = new StreamReader(body, Encoding.UTF8);
        using var text = MemoryPool<char>.Shared.Rent((int)body.Length);
        var length = await reader.ReadBlockAsync(text.Memory, cancellationToken);
        recording.Add(answer, text.Memory[..length]);
    }
}

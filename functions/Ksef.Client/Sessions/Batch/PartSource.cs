using System.Net;

namespace Ksef.Client;

/// <summary>The bytes of a part on their way to KSeF: counted and hashed as they leave, read again for a second try.</summary>
internal sealed class PartSource(PartUpload part, Stream content)
{
    private readonly long _start = content.CanSeek ? content.Position : 0;
    private long _sent;
    private string? _hash;

    private long DeclaredSize => part.FileSize;

    public HttpContent Open() => new Body(this);

    public void Verify(KsefCall call)
    {
        if (_sent != part.FileSize || _hash != part.FileHash)
        {
            throw new KsefIntegrityException(call.Operation, $"hash or size of part {part.OrdinalNumber} differ.");
        }
    }

    private async Task CopyAsync(Stream destination, CancellationToken cancellationToken)
    {
        if (content.CanSeek)
        {
            content.Position = _start;
        }

        await using var hashing = new HashingStream(destination);
        await content.CopyToAsync(hashing, cancellationToken);
        _sent = hashing.BytesWritten;
        _hash = hashing.CompleteHash();
    }

    private sealed class Body(PartSource source) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
            source.CopyAsync(stream, cancellationToken);

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            source.CopyAsync(stream, CancellationToken.None);

        // The storage demands a Content-Length.
        protected override bool TryComputeLength(out long length)
        {
            length = source.DeclaredSize;
            return true;
        }
    }
}

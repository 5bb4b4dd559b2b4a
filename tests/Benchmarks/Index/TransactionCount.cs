using Azure.Core;
using Azure.Core.Pipeline;

namespace Benchmarks.Index;

/// <summary>Counts transactions of a table, and the rows in them.</summary>
internal sealed class TransactionCount : HttpPipelineSynchronousPolicy
{
    private int _count;
    private long _rows;

    public int Count => _count;

    public long Rows => _rows;

    public override void OnSendingRequest(HttpMessage message)
    {
        if (message.Request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal) && message.Request.Content is { } content)
        {
            using var body = new MemoryStream();
            content.WriteTo(body, CancellationToken.None);
            var text = System.Text.Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length);
            Interlocked.Increment(ref _count);
            Interlocked.Add(ref _rows, text.Split("\r\nPUT ").Length + text.Split("\r\nPATCH ").Length + text.Split("\r\nDELETE ").Length - 3);
        }
    }
}

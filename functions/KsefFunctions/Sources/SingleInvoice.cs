using System.Runtime.CompilerServices;

namespace KsefFunctions.Sources;

/// <summary>A file that is one invoice.</summary>
internal sealed class SingleInvoice(SourceInvoice invoice) : IInvoiceSource
{
    public IReadOnlyList<string> LeftOut => [];

    public async IAsyncEnumerable<SourceInvoice> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        yield return await ValueTask.FromResult(invoice);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

using KsefFunctions.Errors;

namespace KsefFunctions.Sources;

/// <summary>A file opened to read its invoices.</summary>
public interface IInvoiceSource : IAsyncDisposable
{
    /// <summary>Names of what lies beside the invoices and is neither an invoice nor a mistake.</summary>
    IReadOnlyList<string> LeftOut { get; }

    /// <summary>What was found that concerns no single invoice.</summary>
    IReadOnlyList<RecordedError> Findings => [];

    /// <summary>The invoices, in the same order and with the same ordinals at every reading.</summary>
    IAsyncEnumerable<SourceInvoice> ReadAsync(CancellationToken cancellationToken);
}

using System.Runtime.CompilerServices;

namespace Microsoft.DurableTask;

/// <summary>Makes paged results from a function that reads one page.</summary>
public static class Pageable
{
    /// <summary>Makes a paged result from a function of the continuation token.</summary>
    public static AsyncPageable<T> Create<T>(Func<string?, CancellationToken, Task<Page<T>>> pageFunc)
        where T : notnull => Create<T>((continuation, _, cancellation) => pageFunc(continuation, cancellation));

    /// <summary>Makes a paged result from a function of the continuation token and the page size.</summary>
    public static AsyncPageable<T> Create<T>(Func<string?, int?, CancellationToken, Task<Page<T>>> pageFunc)
        where T : notnull => new FunctionPageable<T>(pageFunc);

    private sealed class FunctionPageable<T>(Func<string?, int?, CancellationToken, Task<Page<T>>> readPage) : AsyncPageable<T>
        where T : notnull
    {
        public override IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = default, int? pageSizeHint = default) =>
            ReadAll(continuationToken, pageSizeHint, CancellationToken.None);

        private async IAsyncEnumerable<Page<T>> ReadAll(
            string? continuation, int? size, [EnumeratorCancellation] CancellationToken cancellation)
        {
            do
            {
                var page = await readPage(continuation, size, cancellation);
                yield return page;
                continuation = page.ContinuationToken;
            }
            while (continuation is not null);
        }
    }
}

namespace Ksef.Mapping;

/// <summary>Reads one format. Has no state of its own: one instance serves any number of files at once.</summary>
internal interface IDataReader
{
    /// <summary>What it reads.</summary>
    FileFormat Format { get; }

    /// <summary>
    /// Reads a file and gives what is in it as it goes, holding no more than the format forces it to.
    /// Never throws for what the file holds: that becomes a <see cref="FileFinding"/>, or a finding of its <see cref="DataInvoice"/>.
    /// </summary>
    /// <param name="content">The file; it can be read from any position, and is left open.</param>
    /// <param name="context">What the company says about its files.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    IAsyncEnumerable<DataItem> ReadAsync(Stream content, ReadingContext context, CancellationToken cancellationToken);
}

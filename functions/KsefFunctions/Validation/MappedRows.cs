using Ksef.Invoices;
using Ksef.Mapping;
using KsefFunctions.Errors;
using KsefFunctions.Sources;

namespace KsefFunctions.Validation;

/// <summary>What becomes of the parts of a file, row by row as they are mapped.</summary>
/// <param name="package">Gets the invoices.</param>
/// <param name="keptOf">For an ordinal whose invoice must stay as it was made: what was made before; else null.</param>
/// <param name="earlierAsync">What earlier files say of invoices that were made just now, by ordinal.</param>
internal sealed class MappedRows(
    MappedPackage package, Func<int, MappedSource?> keptOf, Func<IReadOnlyList<MadeInvoice>, Task<IReadOnlyDictionary<int, EarlierInvoice>>> earlierAsync)
{
    // Many are looked for at once; they are all in memory meanwhile.
    private const int MostMade = 500;
    private const int MostBytes = 8 * 1024 * 1024;

    private readonly List<MadeInvoice> _made = [];
    private int _madeBytes;
    private readonly List<MappedRow> _rows = [];
    private readonly List<string> _leftOut = [];
    private readonly List<RecordedError> _findings = [];

    private int Next => _rows.Count + 1;

    /// <summary>Adds an invoice that lies in the package as it is, or what can be none.</summary>
    public async Task AddAsync(DataPart part, CancellationToken cancellationToken)
    {
        if (part.Refusal is { } refusal)
        {
            _rows.Add(new MappedRow(Next, part.Name!, IsMade: false, [refusal]));
            return;
        }

        await package.AddAsync(Next, part.Invoice, cancellationToken);
        _rows.Add(new MappedRow(Next, part.Name!, IsMade: true, []) { IsAsGiven = true });
    }

    /// <summary>Adds what was made of a piece of data.</summary>
    public async Task AddAsync(DataPart part, MappedInvoice item, CancellationToken cancellationToken)
    {
        if (item.LeftOut is { } document)
        {
            _leftOut.Add(string.Join(' ', new[] { part.Name, document.Kind, document.Number }.Where(word => word is not null)));
        }
        else if (!item.IsOfFile)
        {
            _rows.Add(await RowAsync(part, item, cancellationToken));
            if (_made.Count >= MostMade || _madeBytes >= MostBytes)
            {
                await WriteMadeAsync(cancellationToken);
            }
        }
        else if (part.Name is { } name && item.Findings.Any(finding => finding.Severity == FindingSeverity.Error))
        {
            // What cannot be read of a package concerns its other parts no more than an invoice that is wrong does.
            _rows.Add(new MappedRow(Next, name, IsMade: false, Recorded(part, item)));
        }
        else
        {
            _findings.AddRange(Recorded(part, item));
        }
    }

    /// <summary>What became of the file.</summary>
    /// <param name="allOrNothing">Whether nothing goes where one cannot.</param>
    /// <param name="cancellationToken">Stops the writing of the last invoices.</param>
    /// <exception cref="SourceRefusedException">There are more than KSeF takes in one session.</exception>
    public async Task<MappedFile> EndAsync(bool allOrNothing, CancellationToken cancellationToken)
    {
        await WriteMadeAsync(cancellationToken);
        return _rows.Count > SourceLimits.MostInvoices
            ? throw new SourceRefusedException(ArchiveErrors.TooManyEntries.Record(_rows.Count, SourceLimits.MostInvoices))
            : new MappedFile(allOrNothing ? AllOrNone() : _rows, _leftOut, _findings);
    }

    private async Task<MappedRow> RowAsync(DataPart part, MappedInvoice item, CancellationToken cancellationToken)
    {
        var ordinal = Next;
        if (keptOf(ordinal) is { } earlier && earlier.File.Rows.FirstOrDefault(row => row.Ordinal == ordinal && row.IsMade) is { } made)
        {
            await package.AddAsync(ordinal, await earlier.ReadAsync(ordinal, cancellationToken), cancellationToken);
            return made;
        }

        if (item is { IsAccepted: true, Xml: { } invoice })
        {
            _made.Add(new MadeInvoice(ordinal, item.Number ?? string.Empty, item.Kind, invoice));
            _madeBytes += invoice.Length;
        }

        return new MappedRow(ordinal, item.Number ?? PlaceOf(part, item.Place), item.IsAccepted, Recorded(part, item));
    }

    private async Task WriteMadeAsync(CancellationToken cancellationToken)
    {
        if (_made.Count == 0)
        {
            return;
        }

        var known = await earlierAsync(_made);
        foreach (var made in _made)
        {
            var row = _rows[made.Ordinal - 1];
            var earlier = known.GetValueOrDefault(made.Ordinal);
            if (earlier?.Refusal is { } refusal)
            {
                _rows[made.Ordinal - 1] = row with { IsMade = false, Findings = [.. row.Findings, refusal] };
                continue;
            }

            await package.AddAsync(made.Ordinal, earlier?.Content ?? made.Xml, cancellationToken);
            _rows[made.Ordinal - 1] = row with { Sent = earlier?.Sent };
        }

        _made.Clear();
        _madeBytes = 0;
    }

    private List<MappedRow> AllOrNone() => _rows.All(row => row.IsMade)
        ? _rows
        : [.. _rows.Select(row => row is { IsMade: true, Sent: null } ? row with { IsMade = false, IsAsGiven = false, Findings = [.. row.Findings, FileErrors.KeptBack.Record()] } : row)];

    private static List<RecordedError> Recorded(DataPart part, MappedInvoice item) => [.. item.Findings.Select(finding => new RecordedError(
        finding.Code,
        finding.MessageEn,
        finding.MessagePl,
        PlaceOf(part, finding.Place),
        finding.Place.Row,
        finding.Place.Column,
        Warning: finding.Severity == FindingSeverity.Warning))];

    // Line and column are told beside it.
    private static string PlaceOf(DataPart part, DataPlace place) => string.Join(' ', new[] { part.Name, place.Part, place.Field }.Where(word => !string.IsNullOrEmpty(word)));
}

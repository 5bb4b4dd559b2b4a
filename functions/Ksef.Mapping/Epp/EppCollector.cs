using System.Globalization;

namespace Ksef.Mapping.Epp;

/// <summary>Gathers the records of one document, from its header to the next.</summary>
internal sealed class EppCollector(EppCodePage codePage)
{
    private readonly List<EppRecord> _lines = [];
    private List<DataFinding> _findings = [];
    private EppRecord? _header;
    private EppRecord? _line;
    private int? _unreadable;
    private bool _skipping = true;

    /// <summary>Begins a document with the line of its header.</summary>
    /// <returns>What is to be told at once: a document that is left out.</returns>
    public LeftOutDocument? Begin(EppLine line)
    {
        _lines.Clear();
        _findings = [];
        _unreadable = null;
        var (record, fault) = codePage.Read(line, _header);
        _header = record;
        if (fault is not null)
        {
            _unreadable = line.Number;
            _findings.Add(EppFindings.Unreadable.At(new DataPlace(EppDocument.HeaderSection, line.Number, fault.Position, null), ("reason", fault.Reason)));
        }

        _skipping = record is { Count: 1 };
        var leftOut = record is null || _skipping ? null : LeaveOut(record);
        _skipping |= leftOut is not null;
        if (!_skipping && record is not null)
        {
            CheckHeader(record);
        }

        return leftOut;
    }

    /// <summary>Takes a line that follows the header.</summary>
    public void Add(EppToken token)
    {
        var place = new DataPlace(EppDocument.ContentSection, token.Line.Number, null, null);
        if (token.Kind == EppTokenKind.Misplaced || IsHeaderOfInvoice(token.Line.Bytes.Span))
        {
            _findings.Add(EppFindings.Misplaced.At(place));
        }
        else if (_skipping)
        {
            return;
        }
        else if (_lines.Count == EppDocument.MostLines)
        {
            _findings.Add(EppFindings.TooManyLines.At(place, ("limit", Text(EppDocument.MostLines))));
            _skipping = true;
        }
        else if (_header is not null)
        {
            AddLine(token.Line, place);
        }
    }

    /// <summary>Ends the document.</summary>
    /// <param name="invoice">Makes the invoice.</param>
    /// <returns>The invoice, with findings in place of values where its records cannot be read; <see langword="null"/> when there is none.</returns>
    public DataInvoice? End(EppInvoice invoice)
    {
        if (_findings.Count > 0)
        {
            return Unread();
        }

        return _skipping || _header is null ? null : invoice.Read(new EppDocument(_header, [.. _lines], _findings));
    }

    /// <summary>The header of an invoice among the rows of something else: the label before it is lost. It must not be lost with what is skipped.</summary>
    private static bool IsHeaderOfInvoice(ReadOnlySpan<byte> line) => line.StartsWith("\"FS\","u8) || line.StartsWith("\"KFS\","u8);

    private static LeftOutDocument? LeaveOut(EppRecord header)
    {
        var kind = header[EppHeader.Kind.Number];
        var place = new DataPlace(EppDocument.HeaderSection, header.Line, null, null);
        if (!EppKinds.IsInvoice(kind))
        {
            // Documents of cash and bank have their number elsewhere.
            var number = header.Count == EppHeader.Fields ? header[EppHeader.Number.Number] : header[EppKinds.NumberOfMoney];
            return LeftOutDocument.Of(kind, number, place, EppKinds.ReasonOf(kind));
        }

        return header.Count == EppHeader.Fields && EppStates.ReasonToLeaveOut(header[EppHeader.State.Number]) is { } reason
            ? LeftOutDocument.Of(kind, header[EppHeader.Number.Number], place, reason)
            : null;
    }

    private void CheckHeader(EppRecord header)
    {
        if (header.Count != EppHeader.Fields)
        {
            AddCount(new DataPlace(EppDocument.HeaderSection, header.Line, null, null), header.Count, EppHeader.Fields);
        }
        else if (!EppStates.IsKnown(header[EppHeader.State.Number]))
        {
            var value = DataValue.OfText(header[EppHeader.State.Number], new DataPlace(EppDocument.HeaderSection, header.Line, EppHeader.State.Number, EppHeader.State.Name));
            _findings.Add(EppFindings.NoSuchCode.At(value, ("field", EppHeader.State.Name)));
        }
    }

    private void AddLine(EppLine line, DataPlace place)
    {
        var expected = _header![EppHeader.Kind.Number] == EppKinds.Correction ? EppLineFields.CorrectionFields : EppLineFields.Fields;
        var (record, fault) = codePage.Read(line, _line);
        _line = record;
        if (record is null)
        {
            _findings.Add(EppFindings.Unreadable.At(place with { Column = fault!.Position }, ("reason", fault.Reason)));
        }
        else if (record.Count != expected)
        {
            AddCount(place, record.Count, expected);
        }
        else
        {
            _lines.Add(record);
        }
    }

    private void AddCount(DataPlace place, int count, int expected) => _findings.Add(EppFindings.FieldCount.At(place, ("count", Text(count)), ("expected", Text(expected))));

    private DataInvoice Unread()
    {
        var head = new DataRow(FieldLevel.Invoice, new DataPlace(EppDocument.HeaderSection, _header?.Line ?? _unreadable, null, null));
        if (_header is { Count: EppHeader.Fields })
        {
            head.Set(InvoiceFields.Number, DataValue.OfText(_header[EppHeader.Number.Number], new DataPlace(EppDocument.HeaderSection, _header.Line, EppHeader.Number.Number, EppHeader.Number.Name)));
        }

        return new DataInvoice(head, []) { Findings = [.. _findings] };
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

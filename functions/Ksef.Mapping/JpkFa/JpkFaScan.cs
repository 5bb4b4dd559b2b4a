using System.Globalization;
using System.Xml;
using Ksef.Mapping.Waiting;

namespace Ksef.Mapping.JpkFa;

/// <summary>
/// Goes once through a file and puts its records by. All invoices come before all lines, and the lines of invoices may alternate: no invoice is complete
/// before the end of the file. Kept in memory are number, date and three places for each invoice; the records wait where the memory for them is bounded.
/// </summary>
internal sealed class JpkFaScan(WaitingRecords waiting)
{
    private readonly Dictionary<string, JpkFaEntry> _entries = [];
    private readonly List<JpkFaEntry> _inOrder = [];
    private readonly List<JpkFaRecord> _withoutNumber = [];
    private readonly JpkFaControl _control = new();

    /// <summary>Numbers that anything in the file has, in the order of the file.</summary>
    public IReadOnlyList<JpkFaEntry> Entries => _inOrder;

    /// <summary>Records that name no invoice.</summary>
    public IReadOnlyList<JpkFaRecord> WithoutNumber => _withoutNumber;

    /// <summary>The sums that the file states of itself.</summary>
    public JpkFaControl Control => _control;

    /// <summary>NIP of Podmiot1.</summary>
    public JpkFaField? SellerNip { get; private set; }

    /// <summary>The entry of a number.</summary>
    public JpkFaEntry? Find(string number) => _entries.GetValueOrDefault(number);

    /// <summary>Goes through the children of the root on which the reader stands.</summary>
    /// <exception cref="XmlException">The file is not well formed.</exception>
    public async Task ReadAsync(XmlReader xml, CancellationToken cancellationToken)
    {
        var elements = new JpkFaElements(xml);
        while (await elements.NextAsync(cancellationToken) is { } record)
        {
            switch (record.Element)
            {
                case JpkFaSchema.Invoice:
                    AddInvoice(record);
                    break;
                case JpkFaSchema.Line:
                    AddLine(record);
                    break;
                case JpkFaSchema.Order:
                    AddOrder(record);
                    break;
                case JpkFaSchema.Seller:
                    SellerNip ??= record.Fields.Where(field => field.Name == "NIP").Select(field => (JpkFaField?)field).FirstOrDefault();
                    break;
                default:
                    _control.State(record);
                    break;
            }
        }
    }

    private void AddInvoice(JpkFaRecord record)
    {
        _control.CountInvoice(record);
        if (EntryOf(record, "P_2A") is not { } entry)
        {
            return;
        }

        entry.Heads++;
        entry.Head = waiting.Add(JpkFaRecordBytes.Write(record), entry.Head);
        entry.IssueDate ??= DateOnly.TryParseExact(record["P_1"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
    }

    private void AddLine(JpkFaRecord record)
    {
        _control.CountLine(record);
        if (EntryOf(record, "P_2B") is { } entry && ++entry.Lines <= JpkFaInvoice.MostLines)
        {
            entry.LastLine = waiting.Add(JpkFaRecordBytes.Write(record), entry.LastLine);
        }
    }

    private void AddOrder(JpkFaRecord record)
    {
        if (EntryOf(record, "P_2AZ") is { } entry)
        {
            entry.LastOrder = waiting.Add(JpkFaRecordBytes.Write(record), entry.LastOrder);
        }
    }

    private JpkFaEntry? EntryOf(JpkFaRecord record, string numberField)
    {
        var number = record[numberField];
        if (number.Length == 0)
        {
            _withoutNumber.Add(record);
            return null;
        }

        if (!_entries.TryGetValue(number, out var entry))
        {
            entry = new JpkFaEntry(number);
            _entries.Add(number, entry);
            _inOrder.Add(entry);
        }

        return entry;
    }
}

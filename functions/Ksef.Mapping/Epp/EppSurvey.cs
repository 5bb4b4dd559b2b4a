using System.Globalization;
using Ksef.Invoices;

namespace Ksef.Mapping.Epp;

/// <summary>The first of two passes through a file: reads the dictionaries, which come last and are needed first, and finds out in what letters the file is really written.</summary>
internal sealed class EppSurvey
{
    private const string HeaderSection = "[NAGLOWEK]";

    private static readonly Words NoPlace = new("wiersz stoi poza sekcjami", "the line is outside the sections");

    private readonly EppDictionaries _dictionaries = new();
    private readonly List<DataFinding> _findings = [];
    private bool _anyUtf8;
    private bool _anyOther;

    /// <summary>What the dictionaries say.</summary>
    public EppDictionaries Dictionaries => _dictionaries;

    /// <summary>What was found that stops no invoice.</summary>
    public IReadOnlyList<DataFinding> Findings => _findings;

    /// <summary>Whether all letters of the file are UTF-8, whatever it says.</summary>
    public bool IsUtf8 => _anyUtf8 && !_anyOther;

    /// <summary>Goes through all that follows the preamble.</summary>
    public async Task ReadAsync(EppTokens tokens, EppCodePage codePage, CancellationToken cancellationToken)
    {
        string? dictionary = null;
        while (await tokens.NextAsync(cancellationToken) is { } token)
        {
            Look(token.Line);
            if (token.Kind == EppTokenKind.Header)
            {
                dictionary = NameOf(token.Line, codePage);
            }
            else if (dictionary is not null && EppDictionaryNames.Used.TryGetValue(dictionary, out var fields))
            {
                Take(dictionary, fields, token, codePage);
            }
        }
    }

    private void Look(EppLine line)
    {
        if (line.Bytes.Span.ContainsAnyInRange((byte)0x80, (byte)0xFF))
        {
            var utf8 = EppUtf8.Looks(line.Bytes.Span);
            _anyUtf8 |= utf8;
            _anyOther |= !utf8;
        }
    }

    private string? NameOf(EppLine line, EppCodePage codePage)
    {
        if (IsOfDocument(line.Bytes.Span))
        {
            return null;
        }

        var (header, fault) = codePage.Read(line);
        if (fault is not null && !line.Bytes.Span.Contains((byte)','))
        {
            _dictionaries.AddFault(null, new EppDictionaryFault(HeaderSection, line.Number, fault.Reason));
        }

        if (header is not { Count: 1 })
        {
            return null;
        }

        var name = header[1];
        if (!EppDictionaryNames.Used.ContainsKey(name) && !EppDictionaryNames.Unused.Contains(name))
        {
            _findings.Add(EppFindings.UnknownDictionary.At(DataValue.OfText(name, new DataPlace(HeaderSection, header.Line, 1, null))));
        }

        return name;
    }

    /// <summary>Nearly all headers are those of documents, which have more than a name: they are read later, with their lines.</summary>
    private static bool IsOfDocument(ReadOnlySpan<byte> line) =>
        line is [(byte)'"', .. var kind] && kind.IndexOf((byte)'"') is >= 0 and var end && kind[(end + 1)..] is [(byte)',', ..];

    private void Take(string dictionary, int fields, EppToken token, EppCodePage codePage)
    {
        var (record, fault) = token.Kind == EppTokenKind.Row ? codePage.Read(token.Line) : (null, new EppRecordFault(1, NoPlace));
        if (record is null)
        {
            _dictionaries.AddFault(null, new EppDictionaryFault(dictionary, token.Line.Number, fault!.Reason));
            return;
        }

        var key = record[dictionary is EppDictionaryNames.Goods or EppDictionaryNames.Contractors ? 2 : 1];
        var reason = record.Count < fields ? Missing(record.Count, fields) : EppDictionaryRows.Take(dictionary, record, _dictionaries);
        if (reason is { } words)
        {
            _dictionaries.AddFault(key.Length == 0 ? null : key, new EppDictionaryFault(dictionary, token.Line.Number, words));
        }
    }

    private static Words Missing(int count, int expected)
    {
        var (has, needs) = (count.ToString(CultureInfo.InvariantCulture), expected.ToString(CultureInfo.InvariantCulture));
        return new Words($"ma pól: {has}, a powinien mieć co najmniej {needs}", $"it has {has} fields and should have at least {needs}");
    }
}

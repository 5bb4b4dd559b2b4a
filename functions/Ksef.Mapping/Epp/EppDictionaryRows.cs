using Ksef.Invoices;

namespace Ksef.Mapping.Epp;

/// <summary>Takes what invoices need out of the records of dictionaries.</summary>
internal static class EppDictionaryRows
{
    private const int FirstGtu = 2;
    private const int LastGtu = 14;
    private const int FirstMark = 2;
    private const int DocumentType = 29;
    private const int LastPosition = 31;
    private const string ToReceipt = "3";

    private static readonly Words Value = new("pole ma wartość, której format w nim nie zna", "a field has a value that the format does not have there");
    private static readonly Words Twice = new("ten sam klucz ma drugi, inny rekord", "the same key has a second record that differs");

    /// <summary>Takes a record.</summary>
    /// <returns>Why it cannot be taken; <see langword="null"/> when it was.</returns>
    public static Words? Take(string dictionary, EppRecord record, EppDictionaries dictionaries) => dictionary switch
    {
        EppDictionaryNames.Contractors => TakeContractor(record, dictionaries),
        EppDictionaryNames.Goods => Add(dictionaries.Goods, record[2], new EppGoods(record[5], record[4], record[9], Place(dictionary, record, 5)), (one, other) => one.Name == other.Name),
        EppDictionaryNames.CnCodes => record[2].Length == 0 ? null : Add(dictionaries.CnCodes, record[1], Text(dictionary, record, 2, record[2].Replace(" ", "", StringComparison.Ordinal)), Same),
        EppDictionaryNames.GtuMarks => TakeGtu(record, dictionaries),
        EppDictionaryNames.CompletionDates => TakeDate(record, date => dictionaries.FactsToFill(record[1]).CompletionDate = date),
        EppDictionaryNames.BuyerNumbers => TakeBuyerNumber(record, dictionaries),
        EppDictionaryNames.CorrectionReasons => TakeReason(record, dictionaries),
        EppDictionaryNames.CorrectionDates => TakeEffect(record, dictionaries),
        EppDictionaryNames.SplitPayments => TakeSplitPayment(record, dictionaries),
        _ => TakeMarks(record, dictionaries),
    };

    private static Words? TakeContractor(EppRecord record, EppDictionaries dictionaries)
    {
        // Retail customers may share an empty code: nobody can be found by it.
        if (record[EppContractor.Code.Number] is { Length: > 0 } code)
        {
            dictionaries.Contractors.TryAdd(code, new EppContractor(record));
        }

        return null;
    }

    private static Words? TakeGtu(EppRecord record, EppDictionaries dictionaries)
    {
        for (var position = FirstGtu; position <= LastGtu; position++)
        {
            if (record[position] is not ("0" or "1" or ""))
            {
                return Value;
            }

            if (record[position] == "1" && Add(dictionaries.GtuMarks, record[1], Text(EppDictionaryNames.GtuMarks, record, position, Gtu(position - FirstGtu + 1)), Same) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    private static Words? TakeDate(EppRecord record, Action<DataValue> keep)
    {
        if (record[2].Length == 0)
        {
            return null;
        }

        if (!EppDates.TryRead(record[2], out var date))
        {
            return Value;
        }

        keep(DataValue.OfDate(date, Place(EppDictionaryNames.CompletionDates, record, 2), record[2]));
        return null;
    }

    private static Words? TakeBuyerNumber(EppRecord record, EppDictionaries dictionaries)
    {
        if (record[2] == "1" && record[3].Length > 0)
        {
            dictionaries.FactsToFill(record[1]).BuyerNip = Text(EppDictionaryNames.BuyerNumbers, record, 3, record[3]);
        }

        return record[2] is "" or "1" or "2" or "3" ? null : (Words?)Value;
    }

    private static Words? TakeReason(EppRecord record, EppDictionaries dictionaries)
    {
        if (record[3].Length > 0)
        {
            dictionaries.FactsToFill(record[1]).Reasons.Add(Text(EppDictionaryNames.CorrectionReasons, record, 3, record[3]));
        }

        return null;
    }

    private static Words? TakeEffect(EppRecord record, EppDictionaries dictionaries)
    {
        if (record[2] is not ("1" or "2" or "3"))
        {
            return Value;
        }

        dictionaries.FactsToFill(record[1]).Effect = Text(EppDictionaryNames.CorrectionDates, record, 2, record[2]);
        return null;
    }

    private static Words? TakeSplitPayment(EppRecord record, EppDictionaries dictionaries)
    {
        if (record[2] == "1")
        {
            dictionaries.FactsToFill(record[1]).SplitPayment = DataValue.OfFlag(true, Place(EppDictionaryNames.SplitPayments, record, 2));
        }

        return record[2] is "" or "0" or "1" ? null : (Words?)Value;
    }

    private static Words? TakeMarks(EppRecord record, EppDictionaries dictionaries)
    {
        for (var position = FirstMark; position <= LastPosition; position++)
        {
            if (position == DocumentType)
            {
                continue;
            }

            if (record[position] is not ("" or "0" or "1"))
            {
                return Value;
            }

            if (record[position] == "1")
            {
                dictionaries.FactsToFill(record[1]).Marks.Add((position, Place(EppDictionaryNames.JpkMarks, record, position)));
            }
        }

        if (record[DocumentType] == ToReceipt)
        {
            dictionaries.FactsToFill(record[1]).ToReceipt = DataValue.OfFlag(true, Place(EppDictionaryNames.JpkMarks, record, DocumentType));
        }

        return null;
    }

    private static Words? Add<T>(Dictionary<string, T> entries, string key, T entry, Func<T, T, bool> same) =>
        entries.TryAdd(key, entry) || same(entries[key], entry) ? null : (Words?)Twice;

    private static bool Same(DataValue one, DataValue other) => one.Shown == other.Shown;

    private static string Gtu(int number) => "GTU_" + number.ToString("00", System.Globalization.CultureInfo.InvariantCulture);

    private static DataValue Text(string dictionary, EppRecord record, int position, string text) => DataValue.OfText(text, Place(dictionary, record, position));

    private static DataPlace Place(string dictionary, EppRecord record, int position) => new(dictionary, record.Line, position, null);
}

using System.Globalization;
using Ksef.Invoices;
using Ksef.Mapping.Reading;

namespace Ksef.Mapping.Epp;

/// <summary>Writes the lines of goods and services. Name, PKWiU, bar code, CN and GTU stand in the dictionaries, under the code of the goods.</summary>
internal sealed class EppLineWriter(EppDocument document, EppDictionaries dictionaries, ICollection<DataRow> rows)
{
    private const int UsualFields = 12;

    private readonly bool _netPrices = document.Fields.NeededFlag(EppHeader.NetPrices);
    private readonly int _transaction = document.Fields.Whole(EppHeader.Transaction);
    private readonly bool _euBuyer = EppBuyer.IsOfEu(document);

    /// <summary>Whether the document is counted by net prices.</summary>
    public bool NetPrices => _netPrices;

    /// <summary>Writes a line: of a correction as it was, where it was anything, and as it is.</summary>
    public void Write(EppFields line)
    {
        if (document.IsCorrection && EppLineState.Earlier.SumsOf(line) is var before && (before != default || line.Number(EppLineFields.QuantityBefore) is not (null or 0)))
        {
            WriteState(line, EppLineState.Earlier);
        }

        WriteState(line, EppLineState.Now(_netPrices));
    }

    private void WriteState(EppFields line, EppLineState state)
    {
        var row = new DataRow(FieldLevel.Line, line.Place, UsualFields);
        line.CopyNumber(EppLineFields.Number, row, LineFields.Number);
        WriteGoods(line, row);
        line.CopyText(state.Unit, row, LineFields.Unit);
        line.CopyNumber(state.Quantity, row, LineFields.Quantity);
        line.CopyPrice(state.Price, row, _netPrices ? LineFields.NetPrice : LineFields.GrossPrice);
        WriteRate(line, state.Rate, row);
        line.CopyNumber(state.Net, row, LineFields.Net);
        line.CopyNumber(state.Vat, row, LineFields.Tax);
        line.CopyNumber(state.Gross, row, LineFields.Gross);
        WriteDiscount(line, state, row);
        if (state.Before)
        {
            row.Set(LineFields.Before, DataValue.OfFlag(true, line.At(state.Quantity)));
        }

        rows.Add(row);
    }

    private void WriteGoods(EppFields line, DataRow row)
    {
        var code = line.Text(EppLineFields.Code);
        if (code.Length == 0)
        {
            line.CopyText(line.Text(EppLineFields.Name).Length > 0 ? EppLineFields.Name : EppLineFields.Description, row, LineFields.Name);
            if (row[LineFields.Name] is null)
            {
                document.Findings.Add(EppFindings.Empty.At(line.At(EppLineFields.Name), ("field", EppLineFields.Name.Name)));
            }

            return;
        }

        line.CopyText(EppLineFields.Code, row, LineFields.Code);
        AddFaults(code);
        if (!dictionaries.Goods.TryGetValue(code, out var goods) || goods.Name.Length == 0)
        {
            document.Findings.Add(EppFindings.GoodsMissing.At(DataValue.OfText(code, line.At(EppLineFields.Code))));
            return;
        }

        row.Set(LineFields.Name, DataValue.OfText(goods.Name, goods.Place));
        row.Set(LineFields.Gtin, DataValue.OfText(goods.Barcode, goods.Place));
        row.Set(LineFields.Pkwiu, DataValue.OfText(goods.Pkwiu, goods.Place));
        Copy(dictionaries.CnCodes, code, row, LineFields.Cn);
        Copy(dictionaries.GtuMarks, code, row, LineFields.Gtu);
    }

    private void AddFaults(string code)
    {
        foreach (var fault in dictionaries.FaultsOf(code))
        {
            document.Findings.Add(fault.Finding);
        }
    }

    private static void Copy(Dictionary<string, DataValue> dictionary, string code, DataRow row, SimpleField field)
    {
        if (dictionary.TryGetValue(code, out var value))
        {
            row.Set(field, value);
        }
    }

    private void WriteRate(EppFields line, EppPosition position, DataRow row)
    {
        var rate = line.Needed(position);
        if (_transaction == EppRates.Oss && rate >= 0)
        {
            row.Set(LineFields.OssRate, line.ValueOf(rate, position));
        }
        else if (EppRates.Of(rate, _transaction, _euBuyer) is { } word)
        {
            row.Set(LineFields.VatRate, DataValue.OfText(word, line.At(position)));
        }
        else
        {
            document.Findings.Add(EppFindings.Rate.At(DataValue.OfText(line.Text(position), line.At(position)), ("transaction", _transaction.ToString(CultureInfo.InvariantCulture))));
        }
    }

    /// <summary>Prices are those before the discount, which is written in hundredths, or as an amount for a unit or for the whole line.</summary>
    private void WriteDiscount(EppFields line, EppLineState state, DataRow row)
    {
        if (line.Flag(EppLineFields.DiscountInPercent))
        {
            if (line.Number(state.DiscountPercent) is { } percent and not 0)
            {
                row.Set(LineFields.DiscountPercent, line.ValueOf(percent, state.DiscountPercent));
            }

            return;
        }

        if (line.Number(state.Discount) is not ({ } amount and not 0))
        {
            return;
        }

        var quantity = line.Needed(state.Quantity);
        var taken = (quantity * line.Needed(state.Price)) - line.Needed(_netPrices ? state.Net : state.Gross);
        var perUnit = Fits(taken, quantity * amount, quantity);
        if (perUnit || Fits(taken, amount, quantity))
        {
            var discount = perUnit ? decimal.Round(quantity * amount, 2, MidpointRounding.AwayFromZero) : amount;
            row.Set(LineFields.Discount, line.ValueOf(discount, state.Discount));
        }
        else
        {
            document.Findings.Add(EppFindings.Totals.At(
                line.At(state.Discount), ("what", new Words("Rabat pozycji", "Discount of the line")), ("stated", Text(amount)), ("computed", Text(taken))));
        }
    }

    /// <summary>Prices have four decimals: that much may be lost in each of them.</summary>
    private static bool Fits(decimal one, decimal other, decimal quantity) => Math.Abs(one - other) <= 0.005m + (Math.Abs(quantity) * 0.00005m);

    private static string Text(decimal number) => PlainNumbers.WithoutZeros(number).ToString(CultureInfo.InvariantCulture);
}

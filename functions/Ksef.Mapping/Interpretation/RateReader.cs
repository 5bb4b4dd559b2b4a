using Ksef.Invoices;
using Ksef.Mapping.Exact;
using Ksef.Mapping.Simple;

namespace Ksef.Mapping.Interpretation;

/// <summary>Reads VAT rates. A bare 0 or np says too little: the kind of transaction or the company's profile says the rest.</summary>
internal sealed class RateReader(CompanyProfile profile, SaleRate? transaction)
{
    private static readonly Words ZeroChoices = "0 KR, 0 WDT, 0 EX";
    private static readonly Words OutsideChoices = "np I, np II";

    /// <summary>The rate of a row.</summary>
    /// <returns>The rate; <see langword="null"/> when there is none or it cannot be read, which is then reported.</returns>
    public SaleRate? Read(RowReader row, SimpleField field)
    {
        if (row.Raw(field) is not { } value)
        {
            return null;
        }

        var key = WordKey.Of(value.Shown);
        if (SaleRate.OfSymbol(key) is { } symbol)
        {
            return symbol;
        }

        if (key == "np")
        {
            return Bare(row, field, value, OutsideOf(transaction) ?? OfSetting(profile.OutsideRate), OutsideChoices, "outsideRate");
        }

        var percent = PercentOf(value);
        if (percent == 0)
        {
            return Bare(row, field, value, ZeroOf(transaction) ?? OfSetting(profile.ZeroRate), ZeroChoices, "zeroRate");
        }

        if (percent is { } number && SaleRate.OfPercent(number) is { } rate)
        {
            return rate;
        }

        row.Report(ValueFindings.UnknownRate, field, value);
        return null;
    }

    /// <summary>Percentages of a workbook are fractions, and no VAT rate is below 1 %.</summary>
    private static decimal? PercentOf(DataValue value)
    {
        decimal number;
        if (value.Type == DataValueType.Number)
        {
            number = NumberNoise.Without(value.Number, FieldKind.Percent);
        }
        else
        {
            var reading = NumberText.Read(value.Shown, DecimalSign.Either);
            if (reading.Outcome != NumberOutcome.One || reading.Suffix is not ("" or "%"))
            {
                return null;
            }

            number = reading.Value;
        }

        return number is > 0 and < 1 ? number * 100 : number;
    }

    private static SaleRate? Bare(RowReader row, SimpleField field, DataValue value, SaleRate? meant, Words choices, string setting)
    {
        if (meant is null)
        {
            row.Report(MeaningFindings.BareRate, field, value, ("choices", choices), ("setting", setting));
        }

        return meant;
    }

    private static SaleRate? OfSetting(string? setting) => setting is null ? null : SaleRate.OfSymbol(WordKey.Of(setting));

    private static SaleRate? ZeroOf(SaleRate? rate) => rate?.Code?.StartsWith('0') == true ? rate : null;

    private static SaleRate? OutsideOf(SaleRate? rate) => rate?.Code?.StartsWith("np", StringComparison.Ordinal) == true ? rate : null;
}

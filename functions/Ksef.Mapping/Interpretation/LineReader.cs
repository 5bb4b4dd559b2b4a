using Ksef.Mapping.Exact;
using Ksef.Mapping.Simple;

namespace Ksef.Mapping.Interpretation;

/// <summary>Reads lines.</summary>
internal sealed class LineReader(RateReader rates, bool isMargin)
{
    public SimpleLine Read(RowReader row)
    {
        if (!row.Has(LineFields.Name))
        {
            row.ReportAt(ValueFindings.Missing, LineFields.Name);
        }

        return new SimpleLine(row.Row)
        {
            Rate = Rate(row),
            Number = row.Integer(LineFields.Number),
            Id = row.Text(LineFields.Id),
            SaleDate = row.Date(LineFields.SaleDate),
            Name = row.Text(LineFields.Name),
            Code = row.Text(LineFields.Code),
            Gtin = row.Text(LineFields.Gtin),
            Pkwiu = row.Text(LineFields.Pkwiu),
            Cn = row.Text(LineFields.Cn)?.Replace(" ", string.Empty, StringComparison.Ordinal),
            Pkob = row.Text(LineFields.Pkob),
            Unit = row.Text(LineFields.Unit),
            Quantity = row.Number(LineFields.Quantity),
            NetPrice = row.Number(LineFields.NetPrice),
            GrossPrice = row.Number(LineFields.GrossPrice),
            Discount = row.Number(LineFields.Discount),
            DiscountPercent = row.Number(LineFields.DiscountPercent),
            Net = row.Number(LineFields.Net),
            Tax = row.Number(LineFields.Tax),
            Gross = row.Number(LineFields.Gross),
            IsAnnex15 = row.Flag(LineFields.Annex15) == true,
            Excise = row.Number(LineFields.Excise),
            Gtu = Codes.ReadText(row, LineFields.Gtu, Codes.Gtu, "GTU_01 … GTU_13"),
            Procedure = Codes.ReadText(row, LineFields.Procedure, Codes.Procedure, "WSTO_EE, IED, TT_D, I_42, I_63, B_SPV, B_SPV_DOSTAWA, B_MPV_PROWIZJA"),
            ExchangeRate = row.Number(LineFields.ExchangeRate),
            IsBefore = row.Flag(LineFields.Before) == true,
        };
    }

    private SaleRate Rate(RowReader row)
    {
        if (row.Has(LineFields.OssRate))
        {
            return row.Number(LineFields.OssRate) is { } percent ? SaleRate.Oss(percent) : SaleRate.Oss(0);
        }

        if (!row.Has(LineFields.VatRate))
        {
            if (isMargin)
            {
                return SaleRate.Margin;
            }

            row.ReportAt(ValueFindings.Missing, LineFields.VatRate);
        }

        // A rate that cannot be read is reported, and its invoice never computed.
        return rates.Read(row, LineFields.VatRate) ?? SaleRate.Exempt;
    }
}

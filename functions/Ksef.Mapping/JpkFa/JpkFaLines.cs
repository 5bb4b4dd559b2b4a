namespace Ksef.Mapping.JpkFa;

/// <summary>Writes the lines of an invoice and of its order.</summary>
internal sealed class JpkFaLines(JpkFaParts parts)
{
    private static readonly HashSet<string> Rates = ["23", "22", "8", "7", "5", "4", "3", "0", "zw", "oo", "np"];

    private readonly HashSet<string> _rates = [];

    /// <summary>The rates that came in lines.</summary>
    public IReadOnlySet<string> RatesSeen => _rates;

    /// <summary>Writes a line.</summary>
    public void Write(JpkFaRecord record)
    {
        var line = new JpkFaFields(record, parts.Findings);
        line.CheckNames();
        var row = new DataRow(FieldLevel.Line, line.Place);
        line.CopyText("P_7", row, LineFields.Name);
        line.CopyText("P_8A", row, LineFields.Unit);
        line.CopyNumber("P_8B", row, LineFields.Quantity);
        WritePrice(line, row);
        line.CopyNumber("P_10", row, LineFields.Discount);
        line.CopyNumber("P_11", row, LineFields.Net);
        line.CopyNumber("P_11A", row, LineFields.Gross);
        WriteRate(line, "P_12", "P_12_XII", row);
        parts.Rows.Add(row);
    }

    /// <summary>Writes the lines of an order, which is one record.</summary>
    public void WriteOrder(JpkFaRecord order)
    {
        new JpkFaFields(order with { Fields = [.. order.Fields.Where(field => !JpkFaSchema.OrderLineFields.Contains(field.Name) && field.Name != JpkFaSchema.OrderLine)] }, parts.Findings).CheckNames();
        var starts = order.Fields.Index().Where(field => field.Item.Name == JpkFaSchema.OrderLine).Select(field => field.Index).ToList();
        foreach (var (index, start) in starts.Index())
        {
            var end = index + 1 < starts.Count ? starts[index + 1] : order.Fields.Count;
            var own = order.Fields.Take(end).Skip(start + 1).Where(field => !JpkFaSchema.OrderFields.Contains(field.Name));
            WriteOrderLine(new JpkFaRecord(JpkFaSchema.OrderLine, order.Fields[start].Line, [.. own]));
        }
    }

    private void WriteOrderLine(JpkFaRecord record)
    {
        var line = new JpkFaFields(record, parts.Findings);
        line.CheckNames();
        var row = new DataRow(FieldLevel.Line, line.Place);
        line.CopyText("P_7Z", row, LineFields.Name);
        line.CopyText("P_8AZ", row, LineFields.Unit);
        line.CopyNumber("P_8BZ", row, LineFields.Quantity);
        line.CopyNumber("P_9AZ", row, LineFields.NetPrice);
        line.CopyNumber("P_11NettoZ", row, LineFields.Net);
        line.CopyNumber("P_11VatZ", row, LineFields.Tax);
        WriteRate(line, "P_12Z", "P_12Z_XII", row);
        parts.Rows.Add(row);
    }

    /// <summary>Programs write the gross price beside the net one for the reader; a line that has only the gross price is counted by it.</summary>
    private static void WritePrice(JpkFaFields line, DataRow row)
    {
        line.CopyNumber("P_9A", row, LineFields.NetPrice);
        if (row[LineFields.NetPrice] is null)
        {
            line.CopyNumber("P_9B", row, LineFields.GrossPrice);
        }
        else
        {
            line.Number("P_9B");
        }
    }

    private void WriteRate(JpkFaFields line, string rateField, string ossField, DataRow row)
    {
        var rate = line.Text(rateField);
        if (line.Text(ossField).Length > 0)
        {
            line.CopyNumber(ossField, row, LineFields.OssRate);
            _rates.Add("OSS");
            return;
        }

        if (rate.Length == 0)
        {
            return;
        }

        if (!Rates.Contains(rate))
        {
            line.Refuse(rateField);
            return;
        }

        // Some programs write 0 for a reverse charge, and say so in P_18 alone.
        var word = rate == "0" && parts.IsReverseCharge ? "oo" : rate;
        _rates.Add(word);
        row.Set(LineFields.VatRate, DataValue.OfText(word, line.At(rateField)));
    }
}

namespace Ksef.Invoices.Reading;

/// <summary>Turns the fields of any schema into the summary.</summary>
internal static class Summary
{
    public static InvoiceSummary Of(InvoiceSchema schema, InvoiceFields fields)
    {
        var isPef = schema == InvoiceSchema.Pef3 || schema == InvoiceSchema.PefKor3;
        return new InvoiceSummary(schema)
        {
            SellerNip = isPef ? PolishNip(fields.All(Field.SellerNip)) : fields.Text(Field.SellerNip),
            SellerName = fields.Text(Field.SellerName),
            BuyerNip = isPef ? PolishNip(fields.All(Field.BuyerNip)) : fields.Text(Field.BuyerNip),
            BuyerName = fields.Text(Field.BuyerName),
            Number = fields.Text(Field.Number),
            InvoiceType = fields.Text(Field.InvoiceType),
            IssueDate = fields.First(Field.IssueDate)?.Date,
            SaleDate = fields.First(Field.SaleDate)?.Date,
            Currency = fields.Text(Field.Currency),
            TotalNet = Sum(fields.All(Field.NetTotal)),
            // UBL repeats the tax in the accounting currency; the first is in the invoice's own.
            TotalTax = isPef ? fields.First(Field.TaxTotal)?.Amount : Sum(fields.All(Field.TaxTotal)),
            TotalGross = fields.First(Field.GrossTotal)?.Amount,
            LineCount = fields.All(Field.Line).Count,
            IsSelfBilled = schema == InvoiceSchema.FaRr1 || fields.Text(Field.SelfBilling) == "1",
            IsCorrection = schema == InvoiceSchema.PefKor3 || IsCorrectionType(fields.Text(Field.InvoiceType)),
            HasAttachment = fields.Has(Field.Attachment),
        };
    }

    public static bool IsCorrectionType(string? invoiceType) => invoiceType?.StartsWith("KOR", StringComparison.Ordinal) == true;

    private static decimal? Sum(FieldValues values)
    {
        decimal? sum = values.Count == 0 ? null : 0;
        foreach (var value in values)
        {
            sum += value.Amount;
        }

        return sum;
    }

    /// <summary>UBL writes the NIP as a VAT number with the prefix PL; a party may have other tax registrations besides.</summary>
    private static string? PolishNip(FieldValues companyIds) => companyIds
        .Select(value => value.Text.StartsWith("PL", StringComparison.OrdinalIgnoreCase) ? value.Text[2..] : value.Text)
        .FirstOrDefault(text => Nip.HasValidForm(text));
}

using Ksef.Invoices;
using Ksef.Mapping.Exact;
using Ksef.Mapping.Simple;

namespace Ksef.Mapping.Interpretation;

/// <summary>Reads the meaning out of an invoice's values. Everything that cannot be read is found at once; then there is no invoice.</summary>
internal sealed class Interpreter(ReadingContext context)
{
    private static readonly Words StatesOnly = new("stany, bo pozycje mają stan przed korektą", "states, as lines have a state before the correction");

    /// <summary>Reads an invoice.</summary>
    /// <param name="data">What the reader gave.</param>
    /// <param name="findings">Takes what is found.</param>
    /// <returns>The invoice; <see langword="null"/> when an error was found.</returns>
    public SimpleInvoice? Read(DataInvoice data, List<DataFinding> findings)
    {
        var head = Reader(data.Head, findings);
        var currency = Currency(head);
        head.Currency = currency;
        CheckSeller(head, findings);
        foreach (var field in new[] { InvoiceFields.Number, InvoiceFields.IssueDate })
        {
            if (!head.Has(field))
            {
                head.ReportAt(ValueFindings.Missing, field);
            }
        }

        var kind = Codes.Read(head, InvoiceFields.Kind, InvoiceKinds.Find, "VAT, KOR, ZAL, ROZ, UPR, KOR_ZAL, KOR_ROZ") ?? InvoiceKind.Vat;
        var annotations = AnnotationReader.Read(head);
        var transaction = head.Raw(InvoiceFields.TransactionKind) is { } word ? Codes.Transaction(word.Shown) : null;
        if (head.Has(InvoiceFields.TransactionKind) && transaction is null)
        {
            head.ReportAt(ValueFindings.UnknownCode, InvoiceFields.TransactionKind, ("value", head.Raw(InvoiceFields.TransactionKind)?.Shown ?? string.Empty), ("known", "krajowa, wdt, eksport, np1, np2"));
        }

        var rates = new RateReader(context.Profile, transaction);
        var lines = new LineReader(rates, annotations.Margin is not null);
        var (from, to) = (head.Date(InvoiceFields.PeriodFrom), head.Date(InvoiceFields.PeriodTo));
        var parties = Rows(FieldLevel.Party).Select(row => OtherPartyReader.Read(row, InvoiceKinds.IsCorrection(kind))).ToLookup(party => party.IsBuyerBefore);
        var invoice = new SimpleInvoice(data)
        {
            Number = head.Text(InvoiceFields.Number) ?? string.Empty,
            Kind = kind,
            IssueDate = head.Date(InvoiceFields.IssueDate) ?? default,
            Currency = currency,
            IssuePlace = head.Text(InvoiceFields.IssuePlace),
            SaleDate = head.Date(InvoiceFields.SaleDate),
            Period = from is { } first && to is { } last ? (first, last) : null,
            ExchangeRate = Positive(head, InvoiceFields.ExchangeRate),
            IsGross = Codes.Read(head, InvoiceFields.Prices, Codes.IsGross, "netto, brutto"),
            Buyer = Buyer(head, findings),
            Jst = head.Flag(BuyerFields.Jst),
            Gv = head.Flag(BuyerFields.Gv),
            OtherParties = [.. parties[false]],
            Lines = [.. Rows(FieldLevel.Line).Select(lines.Read)],
            Annotations = annotations,
            Payment = PaymentReader.Read(head, Rows(FieldLevel.PartialPayment)),
            Correction = CorrectionReader.Read(head, Rows(FieldLevel.Original)) with { BuyerBefore = parties[true].FirstOrDefault() },
            Advances = [.. Rows(FieldLevel.Advance).Select(row => CorrectionReader.Advance(row, rates))],
            Conditions = AnnotationReader.Conditions(head),
            Charges = [.. Rows(FieldLevel.Charge).Select(row => Settled(row, ChargeFields.Amount, ChargeFields.Reason))],
            Deductions = [.. Rows(FieldLevel.Deduction).Select(row => Settled(row, DeductionFields.Amount, DeductionFields.Reason))],
            ToPay = head.Number(InvoiceFields.ToPay),
            Notes = [.. Notes(head, Rows(FieldLevel.Note))],
            Footer = head.Text(InvoiceFields.Footer),
            Stated = Stated(head),
        };
        CheckManner(head, invoice);
        return findings.Exists(finding => finding.Severity == FindingSeverity.Error) ? null : invoice;

        List<RowReader> Rows(FieldLevel level)
        {
            List<RowReader> readers = [];
            foreach (var row in data.Rows)
            {
                if (row.Level == level)
                {
                    var reader = Reader(row, findings);
                    reader.Currency = currency;
                    readers.Add(reader);
                }
            }

            return readers;
        }
    }

    private RowReader Reader(DataRow row, List<DataFinding> findings) => new(new MappedRow(row, context.Mapping), context.Mapping, findings);

    private static string Currency(RowReader head)
    {
        if (head.Raw(InvoiceFields.Currency) is not { } value)
        {
            return "PLN";
        }

        if (CurrencyWord.Of(value.Shown) is { } currency)
        {
            return currency;
        }

        head.Report(ValueFindings.WrongCurrency, InvoiceFields.Currency, value);
        return "PLN";
    }

    /// <summary>Lines that show a state before are no differences: reckoned as either, they would give another amount.</summary>
    private static void CheckManner(RowReader head, SimpleInvoice invoice)
    {
        if (Codes.Read(head, CorrectionFields.Manner, Codes.HasStates, "roznice, stany") == false && invoice.Lines.Any(line => line.IsBefore))
        {
            head.Report(ValueFindings.UnknownCode, CorrectionFields.Manner, head.Raw(CorrectionFields.Manner)!.Value, ("known", StatesOnly));
        }
    }

    private void CheckSeller(RowReader head, List<DataFinding> findings)
    {
        var seller = PartyReader.Nip(head, SellerFields.Nip);
        var company = context.Nip ?? context.Profile.Nip;
        if (seller is not null && company is not null && seller != company)
        {
            findings.Add(MeaningFindings.OtherSeller.At(head.Raw(SellerFields.Nip)!.Value, ("seller", seller), ("company", company)));
        }
    }

    private static SimpleParty Buyer(RowReader head, List<DataFinding> findings)
    {
        var buyer = BuyerReader.Read(head);
        if (!BuyerReader.SaysId(head))
        {
            findings.Add(MeaningFindings.BuyerWithoutNumber.At(head.PlaceOf(BuyerFields.Name), ("name", buyer.Name ?? string.Empty)));
        }

        return buyer;
    }

    private static decimal? Positive(RowReader head, SimpleField field)
    {
        var number = head.Number(field);
        if (number <= 0)
        {
            head.Report(ValueFindings.OutOfRange, field, head.Raw(field)!.Value);
        }

        return number;
    }

    private static (decimal Amount, string Reason) Settled(RowReader row, SimpleField amount, SimpleField reason)
    {
        foreach (var field in new[] { amount, reason })
        {
            if (!row.Has(field))
            {
                row.ReportAt(ValueFindings.Missing, field);
            }
        }

        return (row.Number(amount) ?? 0, row.Text(reason) ?? string.Empty);
    }

    private static IEnumerable<(string Name, string Text)> Notes(RowReader head, IEnumerable<RowReader> rows)
    {
        if (head.Text(InvoiceFields.Remarks) is { } remarks)
        {
            foreach (var part in PlainText.Parts(remarks, 256))
            {
                yield return ("Uwagi", part);
            }
        }

        foreach (var row in rows)
        {
            yield return (row.Text(NoteFields.Name) ?? "Uwagi", row.Text(NoteFields.Text) ?? "-");
        }
    }

    private static Dictionary<SimpleField, decimal> Stated(RowReader head)
    {
        var stated = new Dictionary<SimpleField, decimal>();
        foreach (var field in TotalFields.All)
        {
            if (head.Number(field) is { } amount)
            {
                stated.Add(field, amount);
            }
        }

        return stated;
    }
}

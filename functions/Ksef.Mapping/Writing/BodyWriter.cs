using Ksef.Mapping.Computation;
using Ksef.Mapping.Simple;

namespace Ksef.Mapping.Writing;

/// <summary>Writes the part Fa.</summary>
internal sealed class BodyWriter(Fa3Xml xml, ComputedInvoice computed)
{
    private readonly SimpleInvoice _invoice = computed.Invoice;

    public void Write()
    {
        xml.Element("KodWaluty", _invoice.Currency);
        xml.Element("P_1", _invoice.IssueDate);
        xml.Element("P_1M", _invoice.IssuePlace);
        xml.Element("P_2", _invoice.Number);
        foreach (var note in _invoice.Conditions.DeliveryNotes)
        {
            xml.Element("WZ", note);
        }

        Dates();
        Totals();
        xml.Group("Adnotacje", () => AnnotationWriter.Write(xml, computed));
        xml.Element("RodzajFaktury", InvoiceKinds.CodeOf(_invoice.Kind));
        if (_invoice.IsCorrection)
        {
            CorrectionWriter.Write(xml, _invoice.Correction);
        }

        xml.Mark("FP", _invoice.Annotations.ToReceipt);
        xml.Mark("TP", _invoice.Annotations.RelatedParties);
        Notes();
        CorrectionWriter.WriteAdvances(xml, _invoice.Advances);
        xml.Mark("ZwrotAkcyzy", _invoice.Annotations.ExciseRefund);
        var lines = new LineWriter(xml, computed);
        var isAdvance = InvoiceKinds.IsAdvance(_invoice.Kind);
        if (!isAdvance)
        {
            lines.Write();
        }

        PaymentWriter.WriteSettlement(xml, computed);
        PaymentWriter.Write(xml, computed);
        Conditions();
        if (isAdvance)
        {
            lines.WriteOrder();
        }
    }

    private void Dates()
    {
        if (_invoice.Period is { } period)
        {
            xml.Group("OkresFa", () =>
            {
                xml.Element("P_6_Od", period.From);
                xml.Element("P_6_Do", period.To);
            });
        }
        else
        {
            xml.Element("P_6", _invoice.SaleDate);
        }
    }

    private void Totals()
    {
        foreach (var total in computed.Totals)
        {
            xml.Amount("P_13_" + total.Total, total.Net);
            if (total.HasTax)
            {
                xml.Amount("P_14_" + total.Total, total.Tax);
                xml.Amount($"P_14_{total.Total}W", total.TaxInZloty);
            }
        }

        xml.Amount("P_15", computed.Due);
        xml.Quantity("KursWalutyZ", InvoiceKinds.IsAdvance(_invoice.Kind) && _invoice.Currency != "PLN" ? _invoice.ExchangeRate : null);
    }

    private void Notes()
    {
        foreach (var (name, text) in _invoice.Notes)
        {
            xml.Group("DodatkowyOpis", () =>
            {
                xml.Element("Klucz", name);
                xml.Element("Wartosc", text);
            });
        }
    }

    private void Conditions()
    {
        var conditions = _invoice.Conditions;
        if (conditions.IsEmpty)
        {
            return;
        }

        xml.Group("WarunkiTransakcji", () =>
        {
            Pair("Umowy", "DataUmowy", conditions.ContractDate, "NrUmowy", conditions.ContractNumber);
            Pair("Zamowienia", "DataZamowienia", conditions.OrderDate, "NrZamowienia", conditions.OrderNumber);
            foreach (var batch in conditions.BatchNumbers)
            {
                xml.Element("NrPartiiTowaru", batch);
            }

            xml.Element("WarunkiDostawy", conditions.DeliveryTerms);
        });
    }

    private void Pair(string group, string dateName, DateOnly? date, string numberName, string? number)
    {
        if (date is not null || number is not null)
        {
            xml.Group(group, () =>
            {
                xml.Element(dateName, date);
                xml.Element(numberName, number);
            });
        }
    }
}

using Ksef.Mapping.Computation;
using Ksef.Mapping.Simple;

namespace Ksef.Mapping.Writing;

/// <summary>Writes FaWiersz, and Zamowienie on advance invoices.</summary>
internal sealed class LineWriter(Fa3Xml xml, ComputedInvoice computed)
{
    private readonly bool _isForeign = computed.Invoice.Currency != "PLN";

    public void Write()
    {
        var number = new LineNumbers();
        foreach (var line in computed.Lines)
        {
            xml.Group("FaWiersz", () => Write(line, number.Of(line.Line)));
        }
    }

    public void WriteOrder()
    {
        xml.Group("Zamowienie", () =>
        {
            xml.Amount("WartoscZamowienia", computed.OrderValue);
            var number = new LineNumbers();
            foreach (var line in computed.Lines)
            {
                xml.Group("ZamowienieWiersz", () => WriteOrdered(line, number.Of(line.Line)));
            }
        });
    }

    private void Write(ComputedLine computedLine, int number)
    {
        var line = computedLine.Line;
        xml.Number("NrWierszaFa", number);
        xml.Element("UU_ID", line.Id);
        xml.Element("P_6A", line.SaleDate);
        xml.Element("P_7", line.Name);
        xml.Element("Indeks", line.Code);
        xml.Element("GTIN", line.Gtin);
        xml.Element("PKWiU", line.Pkwiu);
        xml.Element("CN", line.Cn);
        xml.Element("PKOB", line.Pkob);
        xml.Element("P_8A", line.Unit);
        xml.Quantity("P_8B", line.Quantity);
        xml.Price("P_9A", computedLine.IsGross ? null : line.NetPrice);
        // A line of an invoice reckoned from net may have no other price than a gross one (JPK_FA): a price it must show.
        var showsGross = computedLine.IsGross || line is { NetPrice: null, GrossPrice: not null };
        xml.Price("P_9B", showsGross ? line.GrossPrice : null);
        xml.Price("P_10", computedLine.Discount is 0 ? null : computedLine.Discount);
        xml.Amount("P_11", computedLine.IsGross ? null : computedLine.Net);
        xml.Amount("P_11A", showsGross ? computedLine.Gross : null);
        xml.Amount("P_11Vat", line.Rate.HasTax ? line.Tax : null);
        xml.Element("P_12", line.Rate.Code);
        xml.Quantity("P_12_XII", line.Rate.Total == "5" ? line.Rate.Percent : null);
        xml.Mark("P_12_Zal_15", line.IsAnnex15);
        xml.Amount("KwotaAkcyzy", line.Excise);
        xml.Element("GTU", line.Gtu);
        xml.Element("Procedura", line.Procedure);
        xml.Quantity("KursWaluty", _isForeign ? line.ExchangeRate ?? computed.Invoice.ExchangeRate : null);
        xml.Mark("StanPrzed", line.IsBefore);
    }

    private void WriteOrdered(ComputedLine computedLine, int number)
    {
        var line = computedLine.Line;
        xml.Number("NrWierszaZam", number);
        xml.Element("UU_IDZ", line.Id);
        xml.Element("P_7Z", line.Name);
        xml.Element("IndeksZ", line.Code);
        xml.Element("GTINZ", line.Gtin);
        xml.Element("PKWiUZ", line.Pkwiu);
        xml.Element("CNZ", line.Cn);
        xml.Element("PKOBZ", line.Pkob);
        xml.Element("P_8AZ", line.Unit);
        xml.Quantity("P_8BZ", line.Quantity);
        xml.Price("P_9AZ", computedLine.IsGross ? null : line.NetPrice);
        xml.Amount("P_11NettoZ", computedLine.Net);
        xml.Amount("P_11VatZ", line.Rate.HasTax ? computedLine.Tax : null);
        xml.Element("P_12Z", line.Rate.Code);
        xml.Quantity("P_12Z_XII", line.Rate.Total == "5" ? line.Rate.Percent : null);
        xml.Mark("P_12Z_Zal_15", line.IsAnnex15);
        xml.Element("GTUZ", line.Gtu);
        xml.Element("ProceduraZ", line.Procedure);
        xml.Amount("KwotaAkcyzyZ", line.Excise);
        xml.Mark("StanPrzedZ", line.IsBefore);
    }

    /// <summary>Numbers of lines: the data's own, else one after another. A state before a correction and the one after it share theirs.</summary>
    private sealed class LineNumbers
    {
        private int _last;
        private bool _lastWasBefore;

        public int Of(SimpleLine line)
        {
            var follows = _lastWasBefore && !line.IsBefore;
            _last = line.Number is > 0 and { } own ? own : follows ? _last : _last + 1;
            _lastWasBefore = line.IsBefore;
            return _last;
        }
    }
}

using Ksef.Mapping.Computation;
using Ksef.Mapping.Simple;

namespace Ksef.Mapping.Writing;

/// <summary>Writes Rozliczenie and Platnosc.</summary>
internal static class PaymentWriter
{
    public static void WriteSettlement(Fa3Xml xml, ComputedInvoice computed)
    {
        var invoice = computed.Invoice;
        if (invoice.Charges.Count == 0 && invoice.Deductions.Count == 0)
        {
            return;
        }

        xml.Group("Rozliczenie", () =>
        {
            Amounts(xml, "Obciazenia", "SumaObciazen", invoice.Charges);
            Amounts(xml, "Odliczenia", "SumaOdliczen", invoice.Deductions);
            var left = Settlement.ToPay(computed);
            xml.Amount(left < 0 ? "DoRozliczenia" : "DoZaplaty", Math.Abs(left));
        });
    }

    public static void Write(Fa3Xml xml, ComputedInvoice computed)
    {
        var payment = computed.Invoice.Payment;
        var partial = Settlement.PartialPayments(computed);
        var isPaid = Settlement.IsPaid(computed);
        if (!isPaid && partial.Count == 0 && payment is { DueDate: null, Form: null, Account: null, Factor: null, DiscountTerms: null, Link: null })
        {
            return;
        }

        xml.Group("Platnosc", () =>
        {
            if (isPaid)
            {
                xml.Mark("Zaplacono", true);
                xml.Element("DataZaplaty", payment.PaidDate);
            }
            else if (partial.Count > 0)
            {
                Partial(xml, partial, partial.Sum(part => part.Amount) >= Settlement.ToPay(computed));
            }

            if (payment.DueDate is { } due)
            {
                xml.Group("TerminPlatnosci", () => xml.Element("Termin", due));
            }

            Form(xml, payment.Form);
            Account(xml, "RachunekBankowy", payment.Account);
            Account(xml, "RachunekBankowyFaktora", payment.Factor);
            if (payment.DiscountTerms is not null && payment.Discount is not null)
            {
                xml.Group("Skonto", () =>
                {
                    xml.Element("WarunkiSkonta", payment.DiscountTerms);
                    xml.Element("WysokoscSkonta", payment.Discount);
                });
            }

            xml.Element("LinkDoPlatnosci", payment.Link);
        });
    }

    private static void Partial(Fa3Xml xml, IReadOnlyList<PartialPayment> payments, bool isAll)
    {
        xml.Element("ZnacznikZaplatyCzesciowej", isAll ? "2" : "1");
        foreach (var payment in payments)
        {
            xml.Group("ZaplataCzesciowa", () =>
            {
                xml.Amount("KwotaZaplatyCzesciowej", payment.Amount);
                xml.Element("DataZaplatyCzesciowej", payment.Date);
                Form(xml, payment.Form);
            });
        }
    }

    private static void Form(Fa3Xml xml, PaymentForm? form)
    {
        xml.Number("FormaPlatnosci", form?.Code);
        xml.Mark("PlatnoscInna", form?.Other is not null);
        xml.Element("OpisPlatnosci", form?.Other);
    }

    private static void Account(Fa3Xml xml, string name, BankAccount? account)
    {
        if (account is not null)
        {
            xml.Group(name, () =>
            {
                xml.Element("NrRB", account.Number);
                xml.Element("SWIFT", account.Swift);
                xml.Element("NazwaBanku", account.BankName);
                xml.Element("OpisRachunku", account.Note);
            });
        }
    }

    private static void Amounts(Fa3Xml xml, string name, string sum, IReadOnlyList<(decimal Amount, string Reason)> amounts)
    {
        foreach (var (amount, reason) in amounts)
        {
            xml.Group(name, () =>
            {
                xml.Amount("Kwota", amount);
                xml.Element("Powod", reason);
            });
        }

        xml.Amount(sum, amounts.Count == 0 ? null : amounts.Sum(entry => entry.Amount));
    }
}

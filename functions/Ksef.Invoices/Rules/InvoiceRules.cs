namespace Ksef.Invoices.Rules;

/// <summary>Every rule about an invoice's content, in the order in which people read.</summary>
internal static class InvoiceRules
{
    public static void Check(InvoiceUnderCheck invoice)
    {
        NipRules.Check(invoice);
        BuyerRule.Check(invoice);
        EuNumberRule.Check(invoice);
        ContextRule.Check(invoice);
        DateRule.Check(invoice);
        CorrectionRules.Check(invoice);
        AccountRule.Check(invoice);
        if (invoice.FollowsSchema)
        {
            UnitRules.Check(invoice);
            LineRules.Check(invoice);
            ExemptionRule.Check(invoice);
            AdvanceRateRule.Check(invoice);
            CheckTotals(invoice);
        }
    }

    private static void CheckTotals(InvoiceUnderCheck invoice)
    {
        switch (invoice.Summary.Schema.FormCodeValue)
        {
            case "PEF":
                PefTotalsRules.Check(invoice);
                break;
            case "FA_RR":
                FaRrTotalsRules.Check(invoice);
                break;
            default:
                FaTotalsRules.Check(invoice);
                break;
        }
    }
}

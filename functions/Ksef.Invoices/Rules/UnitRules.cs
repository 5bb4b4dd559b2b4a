using Ksef.Invoices.Reading;

namespace Ksef.Invoices.Rules;

/// <summary>
/// An invoice for a local government's unit or a VAT group's member: whoever it is for sees it in KSeF only if a Podmiot3 in the
/// role of the recipient names him by a NIP or IDWew of his own. Source: schema FA(3), JST and GV.
/// </summary>
internal static class UnitRules
{
    private const string Yes = "1";

    public static void Check(InvoiceUnderCheck invoice)
    {
        Check(invoice, Field.BuyerIsLocalUnit, "8");
        Check(invoice, Field.BuyerIsGroupMember, "10");
    }

    private static void Check(InvoiceUnderCheck invoice, Field mark, string role)
    {
        var fields = invoice.Fields;
        if (fields.First(mark) is not { Text: Yes } marked)
        {
            return;
        }

        var recipients = fields.All(Field.OtherRole).Where(value => value.Text == role).Select(value => value.Occurrence).ToHashSet();
        var nips = fields.All(Field.OtherNip).Where(nip => recipients.Contains(nip.Occurrence)).ToList();
        if (fields.All(Field.OtherInternalId).Any(identifier => recipients.Contains(identifier.Occurrence)) || nips.Any(nip => nip.Text != invoice.Summary.BuyerNip))
        {
            return;
        }

        invoice.Findings.Add(nips is [var own, ..]
            ? CareFindings.UnitIsBuyer.At(own.Location, ("nip", own.Text), ("role", role), ("field", Structure.FieldNames.Describe(marked.Name)))
            : CareFindings.UnitMissing.At(marked.Location, ("field", Structure.FieldNames.Describe(marked.Name)), ("role", role)));
    }
}

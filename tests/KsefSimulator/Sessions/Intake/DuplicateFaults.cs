using System.Security.Cryptography;
using System.Text;
using KsefSimulator.Faults;
using KsefSimulator.Invoices;
using KsefSimulator.Numbers;
using KsefSimulator.Storage;

namespace KsefSimulator.Sessions.Intake;

/// <summary>The faults about duplicates.</summary>
internal sealed class DuplicateFaults(InvoiceLedger ledger, KsefNumbers ksefNumbers, ReferenceNumbers numbers, ContentStore contents)
{
    /// <summary>Whether the invoice is to be listed as a duplicate of itself.</summary>
    public static bool StrikesOwnSession(IncomingInvoice incoming) =>
        incoming.OrdinalNumber == 1
        && (incoming.Session.HasFault(FaultNames.DuplicateOfOwnSession) || incoming.Session.HasFault(FaultNames.DuplicateWithoutExtensions));

    /// <summary>Puts an invoice of another program with the same business key and other content before this one.</summary>
    public void PlantForeignOriginal(IncomingInvoice incoming, InvoiceFacts facts)
    {
        if (incoming.OrdinalNumber != 1 || !incoming.Session.HasFault(FaultNames.ForeignDuplicate))
        {
            return;
        }

        byte[] content = [.. incoming.Content.Span, .. Encoding.UTF8.GetBytes("<!-- inny program -->")];
        var foreign = new SubmittedInvoice
        {
            ReferenceNumber = numbers.Next(ReferenceKind.Invoice),
            SessionReferenceNumber = numbers.Next(ReferenceKind.OnlineSession),
            ContextKey = incoming.Session.Context.Key,
            OrdinalNumber = 1,
            Hash = Convert.ToBase64String(SHA256.HashData(content)),
            InvoicingDate = incoming.InvoicingDate,
            VisibleAt = incoming.InvoicingDate,
            Verdict = InvoiceStatus.Success,
            KsefNumber = ksefNumbers.Next(facts.SellerNip),
            Facts = facts,
            Content = contents.Add(content),
        };
        if (ledger.TryClaim(foreign, out _))
        {
            ledger.Add(foreign);
        }
    }
}

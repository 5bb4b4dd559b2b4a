using KsefSimulator.Faults;
using KsefSimulator.Invoices;

namespace KsefSimulator.Sessions.Intake;

/// <summary>Verdicts that a fault forces on a good invoice.</summary>
internal static class InvoiceFaults
{
    public static InvoiceStatus? Forced(IncomingInvoice incoming)
    {
        var session = incoming.Session;
        if (session.HasFault(FaultNames.AllRejected) || (session.HasFault(FaultNames.SomeRejected) && incoming.OrdinalNumber == 2))
        {
            return InvoiceStatus.Semantic("Odrzucono na żądanie symulatora.");
        }

        return session.HasFault(FaultNames.CancelledOnce) && incoming.OrdinalNumber == 1 ? InvoiceStatus.CancelledBySystem : null;
    }
}

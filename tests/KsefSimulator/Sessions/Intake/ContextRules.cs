using KsefSimulator.Identity;
using KsefSimulator.Invoices;
using KsefSimulator.Permissions;
using KsefSimulator.Settings;
using KsefSimulator.Time;

namespace KsefSimulator.Sessions.Intake;

/// <summary>The rules that depend on who sends, when and how.</summary>
internal sealed class ContextRules(PermissionDirectory permissions, AttachmentConsents attachments, SimulatorOptions options)
{
    public InvoiceStatus? Objection(IncomingInvoice incoming, InvoiceFacts facts)
    {
        if (facts.IssueDate > incoming.InvoicingDate.WarsawDay())
        {
            return InvoiceStatus.Semantic($"Data wystawienia faktury {facts.IssueDate:yyyy-MM-dd} jest późniejsza niż data przyjęcia faktury w KSeF.");
        }

        if (options.EnforceNipChecksum && ChecksumObjection(facts) is { } wrong)
        {
            return wrong;
        }

        if (!MaySell(incoming.Session.Context, facts))
        {
            return InvoiceStatus.NotPermitted($"Podmiot {incoming.Session.Context.Value} nie posiada uprawnień do wystawienia faktury w imieniu sprzedawcy {facts.SellerNip}");
        }

        return facts.HasAttachment ? AttachmentObjection(incoming, facts) : null;
    }

    /// <summary>Declared offline, or issued on an earlier day than it came in.</summary>
    public static string ModeOf(IncomingInvoice incoming, InvoiceFacts facts) =>
        incoming.OfflineMode || facts.IssueDate < incoming.InvoicingDate.WarsawDay() ? SubmittedInvoice.Offline : SubmittedInvoice.Online;

    private InvoiceStatus? AttachmentObjection(IncomingInvoice incoming, InvoiceFacts facts)
    {
        // Peppol attachments travel inside the document and need no consent.
        if (facts.Kind.EndsWith("PEF", StringComparison.Ordinal))
        {
            return null;
        }

        if (incoming.Session.Kind == SessionKind.Online && incoming.HashOfCorrectedInvoice is null)
        {
            return InvoiceStatus.AttachmentNotAllowed("Faktury z załącznikiem można przesyłać wyłącznie w sesji wsadowej.");
        }

        return attachments.IsGranted(facts.SellerNip)
            ? null
            : InvoiceStatus.NotPermitted($"Sprzedawca {facts.SellerNip} nie posiada zgody do wysyłania faktur z załącznikami");
    }

    private bool MaySell(ContextIdentifier context, InvoiceFacts facts)
    {
        if (context.Nip == facts.SellerNip)
        {
            return true;
        }

        var isBuyer = facts.Buyer is { Type: "Nip" } && facts.Buyer.Value == context.Nip;
        return facts.Kind switch
        {
            "VAT_RR" or "KOR_VAT_RR" => isBuyer && permissions.IsAuthorized(facts.SellerNip, context, AuthorizationKind.RrInvoicing),
            "VAT_PEF" or "KOR_PEF" => permissions.IsAuthorized(facts.SellerNip, context, AuthorizationKind.PefInvoicing),
            _ when facts.IsSelfInvoicing => isBuyer && permissions.IsAuthorized(facts.SellerNip, context, AuthorizationKind.SelfInvoicing),
            _ => permissions.IsAuthorized(facts.SellerNip, context, AuthorizationKind.TaxRepresentative),
        };
    }

    private static InvoiceStatus? ChecksumObjection(InvoiceFacts facts)
    {
        var parties = facts.ThirdParties?.Select(party => party.Identifier) ?? [];
        foreach (var identifier in parties.Prepend(facts.AuthorizedParty?.Identifier).Prepend(facts.Buyer).Prepend(new PartyIdentifier("Nip", facts.SellerNip)))
        {
            switch (identifier)
            {
                case { Type: "Nip", Value: { } nip } when !NipChecksum.IsRight(nip):
                    return InvoiceStatus.Semantic($"Nieprawidłowa suma kontrolna numeru NIP {nip}.");
                case { Type: "InternalId", Value: { } internalId } when !InternalIdChecksum.IsRight(internalId):
                    return InvoiceStatus.Semantic($"Nieprawidłowa suma kontrolna identyfikatora wewnętrznego {internalId}.");
            }
        }

        return null;
    }
}

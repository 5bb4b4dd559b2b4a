using KsefSimulator.Json;
using KsefSimulator.Storage;

namespace KsefSimulator.Permissions;

/// <summary>A seller's consent to send invoices with attachments (POST /testdata/attachment); revoking may take effect later.</summary>
internal sealed record AttachmentConsent(string Nip, DateOnly? RevokedFrom);

/// <summary>Who may send invoices with attachments.</summary>
internal sealed class AttachmentConsents(Journal journal)
{
    private readonly JournaledSet<AttachmentConsent> _consents = new(journal, "attachment", Wire.State.AttachmentConsent);

    public AttachmentConsent? Find(string nip) => _consents.TryGet(nip, out var consent) ? consent : null;

    public bool IsGranted(string nip) => Find(nip) is not null;

    public void Grant(string nip) => _consents.Put(nip, new AttachmentConsent(nip, null));

    public void Revoke(string nip) => _consents.Remove(nip);
}

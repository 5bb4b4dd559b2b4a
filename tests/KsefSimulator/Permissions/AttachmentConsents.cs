using KsefSimulator.Storage;
using KsefSimulator.Time;

namespace KsefSimulator.Permissions;

/// <summary>A seller's consent to send invoices with attachments; revoked from a day on, or not.</summary>
internal sealed record AttachmentConsent(string Nip, DateOnly? RevokedFrom);

/// <summary>Who may send invoices with attachments.</summary>
internal sealed class AttachmentConsents(Journal journal, TimeProvider time)
{
    private readonly JournaledSet<AttachmentConsent> _consents = new(journal, "attachment", PermissionJson.Types.AttachmentConsent);

    public bool IsGranted(string nip) => _consents.TryGet(nip, out var consent) && (consent.RevokedFrom is not { } day || time.WarsawToday() < day);

    public DateTimeOffset? RevokedFrom(string nip) =>
        _consents.TryGet(nip, out var consent) && consent.RevokedFrom is { } day ? new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : null;

    public void Grant(string nip) => _consents.Put(nip, new AttachmentConsent(nip, null));

    public void Revoke(string nip, DateOnly? from) => _consents.Put(nip, new AttachmentConsent(nip, from ?? time.WarsawToday()));
}

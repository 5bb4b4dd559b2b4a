using KsefSimulator.Authentication;
using KsefSimulator.Certificates;
using KsefSimulator.Invoices;
using KsefSimulator.Invoices.Exports;
using KsefSimulator.Limits;
using KsefSimulator.Logins;
using KsefSimulator.Permissions;
using KsefSimulator.PublicKeys;
using KsefSimulator.Sessions;
using KsefSimulator.Sessions.Batch;
using KsefSimulator.Storage;
using KsefSimulator.Tokens;
using KsefSimulator.Upo;

namespace KsefSimulator.Hosting;

/// <summary>Brings the state of an earlier run back before the first request.</summary>
internal static class StateLoading
{
    // Each of these registers its sets with the journal when it is made, so all must exist before the journal is read.
    private static readonly Type[] Journaled =
    [
        typeof(ClockState), typeof(KeyRing), typeof(SealRing), typeof(Authentications), typeof(BlockedContexts), typeof(PermissionDirectory), typeof(AttachmentConsents),
        typeof(KsefTokens), typeof(ContextLimitBook), typeof(SubjectLimitBook), typeof(RateLimitBook), typeof(TestRegister), typeof(PermissionOperations),
        typeof(CertificateAuthority), typeof(KsefCertificates), typeof(InvoiceExports), typeof(SessionStore), typeof(InvoiceLedger), typeof(PartStore),
    ];

    public static void LoadState(this IServiceProvider services)
    {
        foreach (var type in Journaled)
        {
            services.GetRequiredService(type);
        }

        var sessions = services.GetRequiredService<SessionStore>();
        var ledger = services.GetRequiredService<InvoiceLedger>();
        services.GetRequiredService<Journal>().Load(() => ledger.Rebuild(sessions.IsUnfinished));
        services.GetRequiredService<ClockState>().Resume();
        services.GetRequiredService<FileStore>().Sweep([.. services.GetRequiredService<PartStore>().Files, .. services.GetRequiredService<InvoiceExports>().Files]);
        sessions.Rebuild(ledger);
        services.GetRequiredService<KeyRing>().EnsureKeys();
        services.GetRequiredService<SealRing>().EnsureKey();
        services.GetRequiredService<CertificateAuthority>().EnsureRoot();
    }
}

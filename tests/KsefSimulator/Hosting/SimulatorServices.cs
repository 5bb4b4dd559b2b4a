using KsefSimulator.Authentication;
using KsefSimulator.Certificates;
using KsefSimulator.Faults;
using KsefSimulator.Http;
using KsefSimulator.Invoices;
using KsefSimulator.Invoices.Exports;
using KsefSimulator.Invoices.Queries;
using KsefSimulator.Limits;
using KsefSimulator.Logins;
using KsefSimulator.Numbers;
using KsefSimulator.Permissions;
using KsefSimulator.PublicKeys;
using KsefSimulator.Sessions;
using KsefSimulator.Sessions.Batch;
using KsefSimulator.Sessions.Intake;
using KsefSimulator.Sessions.Online;
using KsefSimulator.Settings;
using KsefSimulator.StartPage;
using KsefSimulator.Storage;
using KsefSimulator.Time;
using KsefSimulator.Tokens;
using KsefSimulator.Upo;

namespace KsefSimulator.Hosting;

/// <summary>What the simulator is made of.</summary>
internal static class SimulatorServices
{
    public static void AddSimulator(this IServiceCollection services, SimulatorOptions options, SimulatorClock clock, FaultSwitchboard faults, RequestCounters counters)
    {
        var secrets = SimulatorSecrets.LoadOrCreate(options.DataDirectory);
        services.AddSingleton(options);
        services.AddSingleton(clock);
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton<ClockState>();
        services.AddSingleton(faults);
        services.AddSingleton(counters);

        services.AddSingleton(_ => new Journal(options.DataDirectory));
        services.AddSingleton(_ => new ContentStore(options.DataDirectory));
        services.AddSingleton<FileStore>();
        services.AddSingleton(provider => new SignedLinks(secrets.Links, options, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new JwtIssuer(secrets.Tokens, provider.GetRequiredService<TimeProvider>()));

        services.AddSingleton<ReferenceNumbers>();
        services.AddSingleton<KsefNumbers>();
        services.AddSingleton<KeyRing>();
        services.AddSingleton<SealRing>();

        services.AddSingleton<Challenges>();
        services.AddSingleton<Authentications>();
        services.AddSingleton<BlockedContexts>();
        services.AddSingleton<CertificateTrust>();
        services.AddSingleton<LoginDecision>();
        services.AddSingleton<PermissionDirectory>();
        services.AddSingleton<AttachmentConsents>();
        services.AddSingleton<KsefTokens>();
        services.AddSingleton<GrantedPermissions>();
        services.AddSingleton<ContextLimitBook>();
        services.AddSingleton<SubjectLimitBook>();
        services.AddSingleton<RateLimitBook>();
        services.AddSingleton<RateLimitUsage>();
        services.AddSingleton<TestRegister>();
        services.AddSingleton<PermissionOperations>();
        services.AddSingleton<CertificateAuthority>();
        services.AddSingleton<KsefCertificates>();

        services.AddSingleton<InvoiceLedger>();
        services.AddSingleton<InvoiceIntake>();
        services.AddSingleton<ContextRules>();
        services.AddSingleton<DuplicateFaults>();
        services.AddSingleton<TechnicalCorrections>();
        services.AddSingleton<InvoiceSearch>();
        services.AddSingleton<ExportWriter>();
        services.AddSingleton<InvoiceExports>();

        services.AddSingleton<SessionStore>();
        services.AddSingleton<SessionStatuses>();
        services.AddSingleton<SessionOpening>();
        services.AddSingleton<SessionAccess>();
        services.AddSingleton<SessionClosing>();
        services.AddSingleton<OnlineSending>();
        services.AddSingleton<PartStore>();
        services.AddSingleton<PackageReader>();
        services.AddSingleton<BatchProcessor>();
        services.AddSingleton<BatchClosing>();
        services.AddHostedService(provider => provider.GetRequiredService<BatchProcessor>());
        services.AddSingleton<UpoArchive>();
        services.AddSingleton<Overview>();
    }
}

using KeyVaultServer;
using KsefFunctions.Certificates;
using KsefFunctions.Files;
using KsefFunctions.Settings;
using KsefSimulator.Faults;
using SampleInvoices;

namespace LocalHost.Rehearsal;

/// <summary>The twelve entries of the runbook that operations meet first: KSeF is away, a right or a certificate is missing, KSeF says no.</summary>
internal static class RunbookEntries
{
    private const string Forever = ":count=all";
    private const string Office = SampleNips.Stranger;

    public static IReadOnlyList<RehearsedEntry> All { get; } =
    [
        Fault("KSF-3001", FaultNames.GatewayHtml, "KSeF answers with the gateway's page only", "KSeF answers again: replay", ReplayedAsync),
        new(
            "KSF-3101",
            "the certificate has no permission for the company",
            "give the permission in KSeF: replay",
            (stage, nip) => stage.Import(nip, new CredentialMarks(Represents: nip, Environment: null), owner: Office),
            async (stage, file, token) =>
            {
                await stage.GrantAsync(file.ContextNip, Office, token);
                return await stage.ReplayAsync(file, token);
            }),
        Credential("KSF-3103", "there is no certificate", (_, _) => { }),
        Credential("KSF-3105", "the certificate is one of demo", (stage, nip) => stage.Import(nip, new CredentialMarks(Represents: null, TargetEnvironment.Demo))),
        Credential("KSF-3106", "the certificate is another company's", (stage, nip) => stage.Import(nip, owner: Office)),
        Credential("KSF-3110", "the certificate has ended", (stage, nip) => stage.Import(nip, ended: true)),
        new(
            "KSF-3112",
            "Key Vault holds the app back",
            "the vault answers again: replay",
            (stage, nip) =>
            {
                stage.Import(nip);
                stage.Vault.Fail(VaultFault.Throttled);
            },
            (stage, file, token) =>
            {
                stage.Vault.Fail(null);
                return stage.ReplayAsync(file, token);
            }),
        Fault("KSF-3201", FaultNames.PartFlake, "KSeF cannot use a part of the package", "other files pass: replay", ReplayedAsync) with { IsPackage = true },
        Fault("KSF-3203", FaultNames.KeyFailureAfterOpen, "KSeF does not take its own public key", "KSeF works again: replay", ReplayedAsync),
        Fault("KSF-3301", FaultNames.AllRejected, "KSeF rejects the invoice", "the sender corrects and drops again", DroppedAnewAsync),
        Fault("KSF-3302", FaultNames.ForeignDuplicate, "KSeF holds another invoice under the number", "finance gives it a number of its own: drop", DroppedAnewAsync),
        Fault("KSF-3403", FaultNames.UpoNever, "KSeF gives no receipt", "the invoice is issued: nothing to send", (_, file, _) => Task.FromResult(file)),
    ];

    private static RehearsedEntry Fault(
        string code, string fault, string trouble, string action, Func<RehearsalStage, FileRecord, CancellationToken, Task<FileRecord>> act) => new(
        code,
        trouble,
        action,
        (stage, nip) =>
        {
            stage.Import(nip);
            stage.Faults.Enable(fault + Forever);
        },
        (stage, file, token) =>
        {
            stage.Faults.Disable(fault);
            return act(stage, file, token);
        });

    private static RehearsedEntry Credential(string code, string trouble, Action<RehearsalStage, string> provoke) => new(
        code,
        trouble,
        "import a valid one: replay",
        provoke,
        (stage, file, token) =>
        {
            stage.Import(file.ContextNip);
            return stage.ReplayAsync(file, token);
        });

    private static Task<FileRecord> ReplayedAsync(RehearsalStage stage, FileRecord file, CancellationToken token) => stage.ReplayAsync(file, token);

    private static Task<FileRecord> DroppedAnewAsync(RehearsalStage stage, FileRecord file, CancellationToken token) =>
        stage.DropAsync(file.ContextNip, isPackage: false, token);
}

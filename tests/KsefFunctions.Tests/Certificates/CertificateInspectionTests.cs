using System.Diagnostics.Metrics;
using System.Security.Cryptography.X509Certificates;
using KeyVaultServer;
using KsefFunctions.Errors;
using KsefFunctions.Watch;

namespace KsefFunctions.Tests.Certificates;

public sealed class CertificateInspectionTests
{
    private const string Other = "9512404519";

    [Fact]
    public async Task Run_EndsAreFar_FindsNothingAndReportsTheDays()
    {
        await using var vault = await VaultHarness.StartAsync();
        vault.Store(Ending(vault, days: 200));
        vault.Vault.Content.AddSecret("somebody-elses", "secret");

        var report = await RunAsync(vault);

        report.Name.ShouldBe(WatchNames.Certificates);
        report.Findings.ShouldBeEmpty();
        Measured(vault)[VaultHarness.Nip].ShouldBe(200);
        vault.Vault.Requests.ShouldNotContain(request => request.Contains("somebody-elses", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Gauge_NoLookForLong_IsSilentBecauseAnotherInstanceMayKnowANewerCertificate()
    {
        await using var vault = await VaultHarness.StartAsync();
        vault.Store(Ending(vault, days: 20));
        await RunAsync(vault);

        vault.Time.Advance(TimeSpan.FromHours(6.5));
        Measured(vault)[VaultHarness.Nip].ShouldBe(19);
        vault.Time.Advance(TimeSpan.FromHours(1));

        Measured(vault).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(60, "KSF-4101", true)]
    [InlineData(30, "KSF-4101", true)]
    [InlineData(14, "KSF-4101", true)]
    [InlineData(7, "KSF-4102", false)]
    [InlineData(1, "KSF-4102", false)]
    [InlineData(0, "KSF-4102", false)]
    public async Task Run_EndIsNear_IsFoundForTheCompanyInBothLanguages(int days, string code, bool warning)
    {
        await using var vault = await VaultHarness.StartAsync();
        vault.Store(Ending(vault, days));

        var finding = (await RunAsync(vault)).Findings.ShouldHaveSingleItem();

        finding.Code.ShouldBe(code);
        finding.Warning.ShouldBe(warning);
        finding.ContextNip.ShouldBe(VaultHarness.Nip);
        finding.Message.ShouldContain($" {days} ");
        finding.MessagePl.ShouldContain($" {days}.");
        vault.Log.Lines.Single(line => line.Contains(code, StringComparison.Ordinal)).ShouldStartWith(warning ? "Warning" : "Error");
    }

    [Fact]
    public async Task Run_EverySixHours_ReportsAlwaysAndLogsEachThresholdOnceAndThenDaily()
    {
        await using var vault = await VaultHarness.StartAsync();
        vault.Store(Ending(vault, days: 15));
        WatchReport? last = null;
        for (var look = 0; look < 4 * 15; look++)
        {
            last = await vault.Inspection.RunAsync(last, CancellationToken.None);
            last.Findings.ShouldHaveSingleItem();
            vault.Time.Advance(TimeSpan.FromHours(6));
        }

        Told(vault).Count.ShouldBe(2 + 8, "at the first look, at 14, and at each day from 7 to 0");
    }

    [Fact]
    public async Task Run_Ended_IsAnErrorAndTheDaysAreNegative()
    {
        await using var vault = await VaultHarness.StartAsync();
        vault.Store(Ending(vault, days: -3));

        var finding = (await RunAsync(vault)).Findings.ShouldHaveSingleItem();

        finding.Code.ShouldBe(CertificateErrors.NoneUsable.Code);
        finding.Message.ShouldContain("ended on");
        finding.MessagePl.ShouldContain("wygasł");
        Measured(vault)[VaultHarness.Nip].ShouldBe(-3);
    }

    [Fact]
    public async Task Run_RenewedInTime_EndsTheWarning()
    {
        await using var vault = await VaultHarness.StartAsync();
        vault.Store(Ending(vault, days: 10));
        var before = await RunAsync(vault);
        vault.Store(Ending(vault, days: 700));

        var after = await vault.Inspection.RunAsync(before, CancellationToken.None);

        before.Findings.ShouldHaveSingleItem();
        after.Findings.ShouldBeEmpty();
        Measured(vault)[VaultHarness.Nip].ShouldBe(700);
    }

    [Theory]
    [InlineData(5, 0)]
    [InlineData(12, 1)]
    public async Task Run_RenewedForALaterDay_EndsTheWarningUnlessThereIsAGap(int startsInDays, int findings)
    {
        await using var vault = await VaultHarness.StartAsync();
        vault.Store(Ending(vault, days: 10));
        var now = vault.Time.GetUtcNow();
        vault.Store(TestCertificates.Company(VaultHarness.Nip, notBefore: now.AddDays(startsInDays), notAfter: now.AddDays(700)));

        (await RunAsync(vault)).Findings.Count.ShouldBe(findings);
    }

    [Fact]
    public async Task Run_NewestIsWrong_SaysThatTheOlderOneIsUsedAndWhy()
    {
        await using var vault = await VaultHarness.StartAsync();
        vault.Store(Ending(vault, days: 200));
        vault.Store(TestCertificates.Company(Other));

        var finding = (await RunAsync(vault)).Findings.ShouldHaveSingleItem();

        finding.Code.ShouldBe(CertificateErrors.NewerRefused.Code);
        finding.Warning.ShouldBeTrue();
        finding.Message.ShouldContain(Other);
        finding.MessagePl.ShouldContain("innej firmy");
    }

    [Fact]
    public async Task Run_Token_IsWarnedOfUntilItsEndAndAnErrorAfter()
    {
        await using var vault = await VaultHarness.StartAsync();
        StoreToken(vault);

        var before = (await RunAsync(vault)).Findings.ShouldHaveSingleItem();
        vault.Time.Advance(new DateTimeOffset(2027, 1, 1, 12, 0, 0, TimeSpan.Zero) - vault.Time.GetUtcNow());
        var after = (await RunAsync(vault)).Findings.ShouldHaveSingleItem();

        before.Code.ShouldBe(CertificateErrors.TokenEnding.Code);
        before.Message.ShouldContain("2026-12-31");
        Measured(vault)[VaultHarness.Nip].ShouldBe(-1);
        after.Code.ShouldBe(CertificateErrors.TokenEnded.Code);
        after.Warning.ShouldBeFalse();
    }

    [Fact]
    public async Task Run_TokenEverySixHours_LogsTheFirstLookAndEveryDayFromFourteenOn()
    {
        await using var vault = await VaultHarness.StartAsync();
        StoreToken(vault);
        vault.Time.Advance(vault.Options.TokensEnd.AddDays(-70).AddHours(1) - vault.Time.GetUtcNow());
        WatchReport? last = null;
        for (var look = 0; look < 4 * (70 + 3); look++)
        {
            last = await vault.Inspection.RunAsync(last, CancellationToken.None);
            vault.Time.Advance(TimeSpan.FromHours(6));
        }

        var told = Told(vault);
        told.Count(line => line.Contains(CertificateErrors.TokenEnding.Code, StringComparison.Ordinal)).ShouldBe(1 + 15, "at the first look, and at each day from 14 to 0");
        told.Count(line => line.Contains(CertificateErrors.TokenEnded.Code, StringComparison.Ordinal)).ShouldBe(3, "at each day after");
    }

    [Fact]
    public async Task Run_TheLawMovedTheEndOfTokens_TheSettingMovesTextDaysAndStage()
    {
        await using var vault = await VaultHarness.StartAsync();
        StoreToken(vault);
        vault.Time.Advance(new DateTimeOffset(2027, 1, 10, 12, 0, 0, TimeSpan.Zero) - vault.Time.GetUtcNow());
        var before = await RunAsync(vault);

        vault.Options.TokensEnd = new DateTimeOffset(2027, 7, 1, 0, 0, 0, TimeSpan.FromHours(2));
        var after = await vault.Inspection.RunAsync(before, CancellationToken.None);

        before.Findings.ShouldHaveSingleItem().Code.ShouldBe(CertificateErrors.TokenEnded.Code);
        var finding = after.Findings.ShouldHaveSingleItem();
        finding.Code.ShouldBe(CertificateErrors.TokenEnding.Code);
        finding.Message.ShouldContain("on 2027-06-30, in 171 days");
        finding.MessagePl.ShouldContain("2027-06-30; liczba pozostałych dni: 171.");
        Measured(vault)[VaultHarness.Nip].ShouldBe(171);
    }

    [Fact]
    public async Task Run_CertificateIsTheNextVersionOfTheTokensSecret_EndsTheWarningAndIsUsed()
    {
        await using var vault = await VaultHarness.StartAsync();
        StoreToken(vault);
        var before = await RunAsync(vault);
        using var certificate = Ending(vault, days: 200);
        vault.Vault.Content.AddSecret(
            VaultHarness.Name, Convert.ToBase64String(certificate.Export(X509ContentType.Pkcs12)), "application/x-pkcs12");

        var after = await vault.Inspection.RunAsync(before, CancellationToken.None);

        before.Findings.ShouldHaveSingleItem();
        after.Findings.ShouldBeEmpty();
        (await vault.ThumbprintAsync()).ShouldBe(certificate.Thumbprint);
    }

    [Fact]
    public async Task Run_OneCompanyCannotBeRead_TheOthersAreLookedAt()
    {
        await using var vault = await VaultHarness.StartAsync();
        vault.Vault.Content.AddSecret($"ksef-{Other}", "garbage");
        vault.Store(Ending(vault, days: 5));

        var report = await RunAsync(vault);

        report.Findings.Select(finding => (finding.ContextNip, finding.Code)).ShouldBe(
            [(VaultHarness.Nip, CertificateErrors.EndingSoon.Code), (Other, CertificateErrors.NoneUsable.Code)], ignoreOrder: true);
    }

    [Fact]
    public async Task Run_VaultRefuses_SaysThatNothingCouldBeLookedAt()
    {
        await using var vault = await VaultHarness.StartAsync();
        vault.Vault.Fail(VaultFault.Forbidden);

        var finding = (await RunAsync(vault)).Findings.ShouldHaveSingleItem();

        finding.Code.ShouldBe(CertificateErrors.NotLookedAt.Code);
        finding.Message.ShouldContain("ForbiddenByRbac");
        finding.ContextNip.ShouldBeNull();
    }

    [Fact]
    public async Task DaysLeft_BetweenTwoLooks_CountsOn()
    {
        await using var vault = await VaultHarness.StartAsync();
        vault.Store(Ending(vault, days: 100));
        await vault.GetAsync();

        vault.Time.Advance(TimeSpan.FromHours(6));

        Measured(vault)[VaultHarness.Nip].ShouldBe(99);
    }

    [Fact]
    public async Task Run_CompanyClosed_IsForgotten()
    {
        await using var vault = await VaultHarness.StartAsync();
        vault.Store(Ending(vault, days: 5));
        var before = await RunAsync(vault);
        vault.Vault.Content.Delete(VaultHarness.Name);

        var after = await vault.Inspection.RunAsync(before, CancellationToken.None);

        after.Findings.ShouldBeEmpty();
        Measured(vault).ShouldBeEmpty();
    }

    private static Task<WatchReport> RunAsync(VaultHarness vault) => vault.Inspection.RunAsync(last: null, CancellationToken.None);

    private static void StoreToken(VaultHarness vault) =>
        vault.Vault.Content.AddSecret(VaultHarness.Name, "20260101-EC-0123456789|nip-5265877635|0123456789abcdef");

    private static X509Certificate2 Ending(VaultHarness vault, int days) =>
        TestCertificates.Company(VaultHarness.Nip, notAfter: vault.Time.GetUtcNow().AddDays(days).AddHours(1));

    private static IReadOnlyList<string> Told(VaultHarness vault) =>
        [.. vault.Log.Lines.Where(line => line.Contains("[6011]", StringComparison.Ordinal) || line.Contains("[6012]", StringComparison.Ordinal))];

    private static Dictionary<string, int> Measured(VaultHarness vault)
    {
        var measured = new Dictionary<string, int>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (ReferenceEquals(instrument.Meter.Scope, vault.DaysLeft))
                {
                    listening.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<int>((instrument, days, tags, _) => measured[(string)tags[0].Value!] = days);
        listener.Start();
        listener.RecordObservableInstruments();
        return measured;
    }
}

using System.Text.Json;
using KsefFunctions.Tests.Infrastructure.Bicep;

namespace KsefFunctions.Tests.Infrastructure;

/// <summary>What must be closed is closed, in every environment.</summary>
[Collection(nameof(InfrastructureFiles))]
public sealed class ProtectionTests(InfrastructureFiles files)
{
    [Fact]
    public void StorageAccounts_All_TakeIdentitiesOverTlsAndNothingElse()
    {
        var accounts = Everywhere("Microsoft.Storage/storageAccounts", count: 2);

        foreach (var account in accounts)
        {
            account.ShouldSatisfyAllConditions(
                () => IsOff(account, "allowBlobPublicAccess"),
                () => IsOff(account, "allowSharedKeyAccess"),
                () => IsOff(account, "allowCrossTenantReplication"),
                () => IsOn(account, "supportsHttpsTrafficOnly"),
                () => account.Text("minimumTlsVersion").ShouldBe("TLS1_2"));
        }
    }

    [Fact]
    public void Containers_All_AreClosedToThePublic() =>
        Everywhere("Microsoft.Storage/storageAccounts/blobServices/containers", count: 8).ShouldAllBe(container => container.Text("publicAccess") == "None");

    [Fact]
    public void Documents_DeletedOrOverwritten_CanBeBroughtBack()
    {
        foreach (var environment in files.Environments)
        {
            var blobs = environment.OfType("Microsoft.Storage/storageAccounts/blobServices").Single(service => service.FullName.StartsWith("stinv", StringComparison.Ordinal));

            IsOn(blobs, "isVersioningEnabled");
            IsOn(blobs, "deleteRetentionPolicy", "enabled");
            IsOn(blobs, "containerDeleteRetentionPolicy", "enabled");
        }
    }

    [Fact]
    public void Evidence_UnderRetention_IsNotLockedByDeployment()
    {
        const string Policies = "Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies";
        var policy = files.Prod.OfType(Policies).ShouldHaveSingleItem();

        policy.FullName.ShouldEndWith("/default/archive/default");
        policy.Text("immutabilityPeriodSinceCreationInDays").ShouldBe(AzdEnvironment.Prod["KSEF_ARCHIVE_RETENTION_DAYS"]);
        policy.Property("state").ShouldBeNull();
        files.Test.OfType(Policies).ShouldBeEmpty("none was asked for");
    }

    [Fact]
    public void KeyVault_InProduction_CannotBePurged()
    {
        foreach (var vault in Everywhere("Microsoft.KeyVault/vaults", count: 1))
        {
            IsOn(vault, "enableRbacAuthorization");
            IsOn(vault, "enableSoftDelete");
            vault.Property("accessPolicies").ShouldBeNull();
        }

        IsOn(files.Prod.OfType("Microsoft.KeyVault/vaults").Single(), "enablePurgeProtection");
        files.Test.OfType("Microsoft.KeyVault/vaults").Single().Property("enablePurgeProtection").ShouldBeNull("Key Vault refuses false");
    }

    [Fact]
    public void Locks_InProduction_GuardDocumentsAndCredentials()
    {
        var locks = files.Prod.OfType("Microsoft.Authorization/locks");

        locks.Count.ShouldBe(2);
        locks.ShouldContain(one => one.Id.Contains("/Microsoft.Storage/storageAccounts/stinv"));
        locks.ShouldContain(one => one.Id.Contains("/Microsoft.KeyVault/vaults/kv-ksef-"));
        locks.ShouldAllBe(one => one.Text("level") == "CanNotDelete");
        files.Test.OfType("Microsoft.Authorization/locks").ShouldBeEmpty();
    }

    [Fact]
    public void Keys_WhereServicesKnowThem_AreTurnedOff()
    {
        Everywhere("Microsoft.ServiceBus/namespaces", count: 1).ForEach(one => IsOn(one, "disableLocalAuth"));
        Everywhere("Microsoft.Insights/components", count: 1).ForEach(one => IsOn(one, "DisableLocalAuth"));
        Everywhere("Microsoft.OperationalInsights/workspaces", count: 1).ForEach(one => IsOn(one, "features", "disableLocalAuth"));
        foreach (var environment in files.Environments)
        {
            var policies = environment.OfType("Microsoft.Web/sites/basicPublishingCredentialsPolicies");

            policies.Select(policy => policy.Name).ShouldBe(["ftp", "scm"]);
            policies.ToList().ForEach(policy => IsOff(policy, "allow"));
        }
    }

    [Fact]
    public void App_OnTheInternet_SpeaksTlsOnly()
    {
        foreach (var app in Everywhere("Microsoft.Web/sites", count: 1))
        {
            IsOn(app, "httpsOnly");
            app.Text("siteConfig", "minTlsVersion").ShouldBe("1.2");
            app.Text("siteConfig", "ftpsState").ShouldBe("Disabled");
            app.Text("functionAppConfig", "deployment", "storage", "authentication", "type").ShouldBe("UserAssignedIdentity");
        }
    }

    [Fact]
    public void App_UnderTheProjectsFramework_RunsThatVersionOfDotNet()
    {
        var app = files.Prod.OfType("Microsoft.Web/sites").Single();

        app.Text("functionAppConfig", "runtime", "name").ShouldBe("dotnet-isolated");
        Repository.Read("Directory.Build.props").ShouldContain($"<TargetFramework>net{app.Text("functionAppConfig", "runtime", "version")}</TargetFramework>");
    }

    [Fact]
    public void PrivateNetworking_WhenAskedFor_ClosesEveryServiceThatHoldsData()
    {
        foreach (var type in new[] { "Microsoft.Storage/storageAccounts", "Microsoft.KeyVault/vaults" })
        {
            files.Prod.OfType(type).ShouldAllBe(one => one.Text("networkAcls", "defaultAction") == "Deny");
        }

        files.Prod.OfType("Microsoft.ServiceBus/namespaces").Single().Text("publicNetworkAccess").ShouldBe("Disabled");
    }

    [Fact]
    public async Task FixedEgress_Alone_LeavesByOneAddressAndClosesNothing()
    {
        using var workspace = new BicepWorkspace();
        await workspace.PlanAsync(AzdEnvironment.Named("test", ("KSEF_FIXED_EGRESS", "true")));
        var plan = PlannedDeployment.Read(workspace.PlanText!);

        plan.OfType("Microsoft.Network/publicIPAddresses").ShouldHaveSingleItem();
        plan.OfType("Microsoft.Network/natGateways").ShouldHaveSingleItem();
        plan.OfType("Microsoft.Web/sites").Single().Text("virtualNetworkSubnetId").ShouldNotBeNull().ShouldContain("appSubnetId");
        plan.OfType("Microsoft.Network/privateEndpoints").ShouldBeEmpty();
        plan.OfType("Microsoft.Storage/storageAccounts").ShouldAllBe(account => account.Text("networkAcls", "defaultAction") != "Deny");
        plan.OfType("Microsoft.Network/virtualNetworks").ShouldHaveSingleItem().Json.ToString().ShouldContain("natGateway");
        files.Test.OfType("Microsoft.Network/natGateways").ShouldBeEmpty("none was asked for");
    }

    [Theory]
    [InlineData("production")]
    [InlineData("production-eu")]
    [InlineData("prod")]
    public async Task Production_WithoutConsent_FailsBeforeAnythingIsMade(string name)
    {
        using var workspace = new BicepWorkspace();

        var run = await workspace.PlanAsync(AzdEnvironment.Named(name));

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain("This environment sends legal documents: set allowProduction");
        workspace.PlanText.ShouldBeNull();
        files.Template("infra/main.bicep").Parameters["allowProduction"].GetProperty("defaultValue").ValueKind.ShouldBe(JsonValueKind.False);
        files.Compiled("infra/main.bicepparam")!.Value.Find("parameters", "allowProduction", "value")!.Value.ValueKind.ShouldBe(JsonValueKind.False);
    }

    private static void IsOn(ArmResource resource, params string[] names) => Is(bool.TrueString, resource, names);

    private static void IsOff(ArmResource resource, params string[] names) => Is(bool.FalseString, resource, names);

    // A property that is missing is neither on nor off: its default may change.
    private static void Is(string value, ArmResource resource, string[] names) => resource.Text(names).ShouldBe(value, $"{resource.FullName}: {string.Join('.', names)}");

    // The resources of a type in all environments, of which each has so many.
    private List<ArmResource> Everywhere(string type, int count)
    {
        files.Environments.ShouldAllBe(environment => environment.OfType(type).Count == count);
        return [.. files.Environments.SelectMany(environment => environment.OfType(type))];
    }
}

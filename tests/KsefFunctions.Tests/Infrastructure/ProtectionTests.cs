using KsefFunctions.Tests.Infrastructure.Bicep;

namespace KsefFunctions.Tests.Infrastructure;

/// <summary>What must be closed is closed.</summary>
[Collection(nameof(InfrastructureFiles))]
public sealed class ProtectionTests(InfrastructureFiles files)
{
    [Fact]
    public void StorageAccounts_All_TakeIdentitiesOverTlsAndNothingElse()
    {
        var accounts = files.OfType("Microsoft.Storage/storageAccounts").ToList();

        accounts.Count.ShouldBe(2);
        foreach (var account in accounts)
        {
            Property(account, "allowBlobPublicAccess").ShouldBe("false");
            Property(account, "allowSharedKeyAccess").ShouldBe("false");
            Property(account, "allowCrossTenantReplication").ShouldBe("false");
            Property(account, "supportsHttpsTrafficOnly").ShouldBe("true");
            Property(account, "minimumTlsVersion").ShouldBe("'TLS1_2'");
        }
    }

    [Fact]
    public void Containers_All_AreClosedToThePublic() =>
        files.OfType("Microsoft.Storage/storageAccounts/blobServices/containers").ShouldAllBe(container => Property(container, "publicAccess") == "'None'");

    [Fact]
    public void Documents_DeletedOrOverwritten_CanBeBroughtBack()
    {
        var blobs = files.File("infra/modules/invoice-storage.bicep").Resource("blobs");

        Property(blobs, "isVersioningEnabled").ShouldBe("true");
        Property(blobs, "deleteRetentionPolicy", "enabled").ShouldBe("true");
        Property(blobs, "containerDeleteRetentionPolicy", "enabled").ShouldBe("true");
    }

    [Fact]
    public void Evidence_UnderRetention_IsNotLockedByDeployment()
    {
        var policy = files.OfType("Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies").ShouldHaveSingleItem();

        Property(policy, "immutabilityPeriodSinceCreationInDays").ShouldBe("archiveRetentionDays");
        policy.Body.Find("properties", "state").ShouldBeNull();
    }

    [Fact]
    public void KeyVault_InProduction_CannotBePurged()
    {
        var vault = files.OfType("Microsoft.KeyVault/vaults").ShouldHaveSingleItem();

        Property(vault, "enableRbacAuthorization").ShouldBe("true");
        Property(vault, "enableSoftDelete").ShouldBe("true");
        Property(vault, "enablePurgeProtection").ShouldBe("protected ? true : null");
        vault.Body.Find("properties", "accessPolicies").ShouldBeNull();
    }

    [Fact]
    public void Locks_InProduction_GuardDocumentsAndCredentials()
    {
        var locks = files.OfType("Microsoft.Authorization/locks").ToList();

        locks.Select(one => one.File.Path).ShouldBe(["infra/modules/invoice-storage.bicep", "infra/modules/key-vault.bicep"], ignoreOrder: true);
        locks.ShouldAllBe(one => Property(one, "level") == "'CanNotDelete'" && one.Node.Text.Contains("= if (protected)"));
        Repository.Read("infra/environments/prod.json").ShouldContain("\"protected\": true");
    }

    [Fact]
    public void Keys_WhereServicesKnowThem_AreTurnedOff()
    {
        Property(files.OfType("Microsoft.ServiceBus/namespaces").Single(), "disableLocalAuth").ShouldBe("true");
        Property(files.OfType("Microsoft.Insights/components").Single(), "DisableLocalAuth").ShouldBe("true");
        Property(files.OfType("Microsoft.OperationalInsights/workspaces").Single(), "features", "disableLocalAuth").ShouldBe("true");
        files.OfType("Microsoft.Web/sites/basicPublishingCredentialsPolicies").Single().AzureNames.ShouldBe(["ftp", "scm"]);
    }

    [Fact]
    public void App_OnTheInternet_SpeaksTlsOnly()
    {
        var app = files.OfType("Microsoft.Web/sites").ShouldHaveSingleItem();

        Property(app, "httpsOnly").ShouldBe("true");
        Property(app, "siteConfig", "minTlsVersion").ShouldBe("'1.2'");
        Property(app, "siteConfig", "ftpsState").ShouldBe("'Disabled'");
        Property(app, "functionAppConfig", "deployment", "storage", "authentication", "type").ShouldBe("'UserAssignedIdentity'");
    }

    [Fact]
    public void App_UnderTheProjectsFramework_RunsThatVersionOfDotNet()
    {
        var runtime = files.OfType("Microsoft.Web/sites").Single().Body.Find("properties", "functionAppConfig", "runtime")!;

        runtime.Find("name")!.Literal.ShouldBe("dotnet-isolated");
        Repository.Read("Directory.Build.props").ShouldContain($"<TargetFramework>net{runtime.Find("version")!.Literal}</TargetFramework>");
    }

    [Fact]
    public void Production_WithoutConsent_FailsBeforeAnythingIsMade()
    {
        files.File("infra/main.bicep").Variable("settings").Value!.Text.ShouldStartWith("stage == 'prod' && !allowProduction\n  ? fail(");
        files.File("infra/main.bicep").Parameters.Single(one => one.Name == "allowProduction").Value!.Text.ShouldBe("false");
        files.File("infra/main.bicepparam").Variable("allowProduction").Value!.Text.ShouldContain("'false'");
    }

    private static string? Property(BicepDeclaration resource, params string[] names) => resource.Body.Find(["properties", .. names])?.Text;
}

using System.Text.RegularExpressions;
using KsefFunctions.Tests.Infrastructure.Bicep;

namespace KsefFunctions.Tests.Infrastructure;

/// <summary>
/// An ERP of some companies reaches their folders and no others. The format of conditions: Microsoft Learn, "Example Azure role assignment conditions for
/// Blob Storage", read or list, and write blobs in named containers with a path.
/// </summary>
[Collection(nameof(InfrastructureFiles))]
public sealed partial class CompanyErpTests(InfrastructureFiles files)
{
    // The data actions of Storage Blob Data Contributor on blobs, without the one that only accounts with a hierarchical namespace know.
    private static readonly string[] Changes = ["write", "add/action", "delete"];

    private IEnumerable<ArmResource> Conditional => files.Prod.OfType(RoleAssignment.ResourceType).Where(one => RoleAssignment.ConditionOf(one) is not null);

    private string ConditionFor(string principal, string container) => RoleAssignment.ConditionOf(
        Conditional.Single(one => one.Text("principalId") == principal && RoleAssignment.Of(one).Scope == $"container `{container}`"))!;

    [Fact]
    public void Conditions_AreOnEveryRightOfAnErpOfCompaniesAndOnNoOther()
    {
        Conditional.Select(one => (RoleAssignment.Of(one).Who, RoleAssignment.Of(one).Scope)).Distinct().ShouldBe(
            [("ERP of companies", "container `inbox`"), ("ERP of companies", "container `outbox`")], ignoreOrder: true);
        files.Prod.RoleAssignments.Count(one => one.Who == "ERP of companies").ShouldBe(Conditional.Count());
        Conditional.ShouldAllBe(one => one.Text("conditionVersion") == "2.0");
    }

    [Theory]
    [InlineData(AzdEnvironment.ErpOfOneCompany, "3333333333")]
    [InlineData(AzdEnvironment.ErpOfTwoCompanies, "1111111111,2222222222")]
    public void Conditions_OfAnErp_NameTheFoldersOfItsCompaniesOnly(string principal, string companies)
    {
        foreach (var container in new[] { "inbox", "outbox" })
        {
            Folder().Matches(ConditionFor(principal, container)).Select(folder => folder.Groups[1].Value).Distinct().ShouldBe(companies.Split(','), ignoreOrder: true);
        }
    }

    [Fact]
    public void Condition_OnTheInbox_CoversReadingListingAndEveryChange()
    {
        var condition = ConditionFor(AzdEnvironment.ErpOfOneCompany, "inbox");
        var changes = string.Join(" AND ", Changes.Select(action => $"!(ActionMatches{{'{Blobs}/{action}'}})"));

        condition.ShouldBe(
            $"((!(ActionMatches{{'{Blobs}/read'}} AND NOT SubOperationMatches{{'Blob.List'}})) OR (@Resource[{Blobs}:path] StringStartsWith '3333333333/'))"
            + $" AND ((!(ActionMatches{{'{Blobs}/read'}} AND SubOperationMatches{{'Blob.List'}})) OR (@Request[{Blobs}:prefix] StringStartsWith '3333333333/'))"
            + $" AND (({changes}) OR (@Resource[{Blobs}:path] StringStartsWith '3333333333/'))");
    }

    [Fact]
    public void Accounts_HaveNoHierarchicalNamespace_WhereMovingABlobWouldBeAnActionOfItsOwn() =>
        files.Prod.OfType("Microsoft.Storage/storageAccounts").ShouldAllBe(account => account.Property("isHnsEnabled") == null);

    [Theory]
    [InlineData("1111111111")]
    [InlineData("00000000-0000-0000-0000-000000000007=111")]
    [InlineData("1111111111=00000000-0000-0000-0000-000000000007")]
    public async Task ErpPrincipals_Unreadable_AreRefusedBeforeAnythingIsMade(string principals)
    {
        using var workspace = new BicepWorkspace();

        var run = await workspace.PlanAsync(AzdEnvironment.Named("test", ("KSEF_ERP_PRINCIPALS", principals)));

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain("erpPrincipals takes the object id of a principal");
    }

    private const string Blobs = "Microsoft.Storage/storageAccounts/blobServices/containers/blobs";

    [GeneratedRegex(@"StringStartsWith '(\d{10})/'")]
    private static partial Regex Folder();
}

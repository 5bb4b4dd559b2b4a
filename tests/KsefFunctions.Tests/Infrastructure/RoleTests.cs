using System.Text.RegularExpressions;
using KsefFunctions.Storage;
using KsefFunctions.Tests.Infrastructure.Bicep;
using Microsoft.Azure.Functions.Worker;

namespace KsefFunctions.Tests.Infrastructure;

/// <summary>Least privilege: what is given is what the document says, and no more than the code needs.</summary>
[Collection(nameof(InfrastructureFiles))]
public sealed partial class RoleTests(InfrastructureFiles files)
{
    // As Azure publishes them, by the words of their names.
    private static readonly Dictionary<string, string> Published = new()
    {
        ["KeyVaultCertificatesOfficer"] = "a4417e6f-fecd-4de8-b567-7b0420556985",
        ["KeyVaultSecretsUser"] = "4633458b-17de-408a-b874-0445c86b69e6",
        ["LogAnalyticsReader"] = "73c42c96-874c-492b-b04d-ab87d138a893",
        ["MonitoringMetricsPublisher"] = "3913510d-42f4-4e42-8a64-420c390055eb",
        ["Reader"] = "acdd72a7-3385-48ef-bd42-f606fba81ae7",
        ["ServiceBusDataReceiver"] = "4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0",
        ["ServiceBusDataSender"] = "69a216fc-b8fb-44d8-bc22-1f3c2cd27a39",
        ["StorageBlobDataContributor"] = "ba92f5b4-2d11-453d-a403-e96b0029c9fe",
        ["StorageBlobDataOwner"] = "b7e6dc6d-f1e8-4753-8033-0f276bb0955b",
        ["StorageBlobDataReader"] = "2a2b9908-6ea1-4ae2-8e65-a390df84e7d1",
        ["StorageQueueDataContributor"] = "974c5e8b-45b9-4653-ba55-5f855dd0fb88",
        ["StorageQueueDataReader"] = "19e7f393-937e-4f77-808e-94535e297925",
        ["StorageTableDataContributor"] = "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3",
        ["WebsiteContributor"] = "de139f84-1756-47ae-9be6-808fbbe84772",
    };

    private IReadOnlyList<ArmResource> Resources => files.Prod.OfType(RoleAssignment.ResourceType);

    private IReadOnlyList<RoleAssignment> Assignments => files.Prod.RoleAssignments;

    [Fact]
    public void Table_InSecurityDocument_ListsExactlyWhatBicepAssigns()
    {
        var documented = TableRow().Matches(Repository.Read("docs/security.md"))
            .Select(row => new RoleAssignment(row.Groups[1].Value, row.Groups[2].Value, row.Groups[3].Value, row.Groups[4].Value));

        documented.ShouldBe(Assignments.Distinct(), ignoreOrder: true);
    }

    [Fact]
    public void Rights_InOperationsDocument_GiveEachGroupTheRolesThatBicepAssigns() =>
        Right().Matches(Repository.Read("docs/operations.md")).Select(row => (Who: row.Groups[2].Value, Role: row.Groups[1].Value)).ShouldBe(
            Assignments.Where(one => one.Who is "operators" or "responders").Select(one => (one.Who, one.Role)).Distinct(), ignoreOrder: true);

    [Fact]
    public void PeopleAndErps_WhoseIdsAreNotGiven_GetNoRights() =>
        files.Test.RoleAssignments.ShouldBe(Assignments.Where(one => one.Who is "app" or "event topic"), ignoreOrder: true);

    [Fact]
    public void RoleIds_InUse_AreThePublishedOnes()
    {
        RoleAssignment.Ids.ShouldBe(Published, ignoreOrder: true);
        Resources.Select(RoleAssignment.RoleId).Distinct().ShouldBe(Published.Values, ignoreOrder: true);
    }

    [Fact]
    public void Names_OfAssignments_AreMadeOfWhatTheyAssign()
    {
        foreach (var resource in Resources.Where(one => RoleAssignment.ScopeOf(one).Length > 0))
        {
            var principal = resource.Text("principalId")!;
            var asked = principal.StartsWith('[') ? principal[1..^1] : $"'{principal}'";
            resource.FullName.ShouldBe($"[guid({RoleAssignment.ScopeOf(resource)}, {asked}, '{RoleAssignment.RoleId(resource)}')]");
        }
    }

    [Fact]
    public void App_InEveryContainerItUses_HasExactlyOneRole()
    {
        var app = Assignments.Where(one => one.Who == "app" && one.Scope.StartsWith("container ", StringComparison.Ordinal)).ToList();

        app.Select(one => one.Scope).ShouldBe(ContainerNames.All.Select(name => $"container `{name}`"), ignoreOrder: true);
        app.Single(one => one.Scope == $"container `{ContainerNames.Inbox}`").Role.ShouldBe("Storage Blob Data Reader");
    }

    [Fact]
    public void App_ForEveryQueueTrigger_MayTakeMessagesAndPutThemBack()
    {
        var queues = AppFunctions.With<QueueTriggerAttribute>().Select(one => one.Trigger.QueueName).ToList();

        queues.ShouldNotBeEmpty();
        foreach (var queue in queues)
        {
            Assignments.ShouldContain(one => one.Who == "app" && one.Role == "Storage Queue Data Contributor" && one.Scope == $"storage queue `{queue}`");
        }
    }

    [Fact]
    public void App_AtTheQueueOfStoppedFiles_MaySendAndReceiveAndNoMore()
    {
        var queue = files.Prod.OfType("Microsoft.ServiceBus/namespaces/queues").ShouldHaveSingleItem();

        Assignments.Where(one => one.Who == "app" && one.Scope == $"queue `{queue.Name}`").Select(one => one.Role)
            .ShouldBe(["Service Bus Data Sender", "Service Bus Data Receiver"], ignoreOrder: true);
    }

    [Fact]
    public void RuntimeStorage_WhoeverWritesItRunsCode_IsOpenToTheAppOnly() =>
        Assignments.Where(one => one.Scope == "runtime storage").Select(one => one.Who).Distinct().ShouldBe(["app"]);

    [Fact]
    public void ResourceGroup_AsAWhole_CanBeLookedAtByOperatorsAndNothingElse() =>
        Assignments.Where(one => one.Scope == RoleAssignment.ResourceGroup).Select(one => (one.Who, one.Role)).ShouldBe([("operators", "Reader")]);

    [GeneratedRegex(@"^\| [^|]+ \| ([^|]+) \| [^|]+ \| (operators|responders) \|$", RegexOptions.Multiline)]
    private static partial Regex Right();

    [GeneratedRegex(@"^\| (app|event topic|operators|responders|ERP|ERP of companies) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", RegexOptions.Multiline)]
    private static partial Regex TableRow();
}

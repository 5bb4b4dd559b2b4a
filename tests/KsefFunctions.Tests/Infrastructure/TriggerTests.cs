using System.Text.Json;
using KsefFunctions.Storage;
using KsefFunctions.Tests.Infrastructure.Bicep;
using Microsoft.Azure.Functions.Worker;

namespace KsefFunctions.Tests.Infrastructure;

/// <summary>Every container, queue and event that the code names is made, under the same name.</summary>
[Collection(nameof(InfrastructureFiles))]
public sealed class TriggerTests(InfrastructureFiles files)
{
    private const string Containers = "Microsoft.Storage/storageAccounts/blobServices/containers";
    private const string StorageQueues = "Microsoft.Storage/storageAccounts/queueServices/queues";
    private const string EventSubscriptions = "Microsoft.EventGrid/systemTopics/eventSubscriptions";

    private ArmResource Subscription => files.Template("infra/events.bicep").Resources.Single(resource => resource.Type == EventSubscriptions);

    private IReadOnlyList<string> InvoiceContainers => Names(Containers, "stinv");

    [Fact]
    public void Containers_OfTheApp_AreMadeInTheInvoiceStorage() =>
        InvoiceContainers.ShouldBe([.. ContainerNames.All, DeadLetterContainer()], ignoreOrder: true);

    [Fact]
    public void Containers_OfTheRuntime_HoldNoDocuments() => Names(Containers, "strun").ShouldBe(["deployments"]);

    [Fact]
    public void StorageQueues_OfTriggers_AreMadeWithThePoisonQueueOfEach()
    {
        var read = AppFunctions.With<QueueTriggerAttribute>().Select(one => one.Trigger.QueueName).ToList();

        read.ShouldNotBeEmpty();
        Names(StorageQueues, "stinv").ShouldBe(read.Concat(read.Select(name => $"{name}-poison")), ignoreOrder: true);
    }

    [Fact]
    public void ServiceBusQueue_OfStoppedFiles_IsTheOneThatTheCodeNames()
    {
        var queue = files.Prod.OfType("Microsoft.ServiceBus/namespaces/queues").ShouldHaveSingleItem();

        queue.FullName.ShouldBe($"{files.Prod.OfType("Microsoft.ServiceBus/namespaces").Single().Name}/invoices-poison");
        Repository.Files("functions/KsefFunctions", "*.cs").Select(Repository.Read).ShouldContain(code => code.Contains($"= \"{queue.Name}\""));
    }

    [Fact]
    public void ServiceBusQueue_OfStoppedFiles_DropsWhatIsSentAgainWithinADay()
    {
        var queue = files.Prod.OfType("Microsoft.ServiceBus/namespaces/queues").Single();

        queue.Text("requiresDuplicateDetection").ShouldBe(bool.TrueString);
        queue.Text("duplicateDetectionHistoryTimeWindow").ShouldBe("P1D");
    }

    [Fact]
    public void ServiceBusQueue_AfterAKill_GivesOutAgainWithinAMinuteWhatWasHeld()
    {
        var queue = files.Prod.OfType("Microsoft.ServiceBus/namespaces/queues").Single();

        queue.Text("lockDuration").ShouldBe("PT1M");
        queue.Property("maxDeliveryCount")!.Value.GetInt32().ShouldBeGreaterThan(5, "a few kills in a row must not cost a report its reason");
    }

    [Fact]
    public void EventSubscription_Delivers_TheInboxToItsTriggerAndNothingElse()
    {
        var (function, trigger) = AppFunctions.With<BlobTriggerAttribute>().ShouldHaveSingleItem();
        var container = trigger.BlobPath.Split('/')[0];

        trigger.Source.ShouldBe(BlobTriggerSource.EventGrid);
        Subscription.Text("filter", "subjectBeginsWith").ShouldBe($"/blobServices/default/containers/{container}/blobs/");
        Subscription.Texts("filter", "includedEventTypes").ShouldBe(["Microsoft.Storage.BlobCreated"]);
        Subscription.Text("destination", "properties", "endpointUrl")!
            .ShouldMatch(@$"/runtime/webhooks/blobs\?functionName=Host\.Functions\.{function}&code=\{{1\}}', .*listKeys\(.*\)\.systemKeys\.blobs_extension\)\]$");
    }

    [Fact]
    public void EventSubscription_MadeAfterTheCode_IsNoPartOfTheProvisioning() =>
        files.Environments.SelectMany(environment => environment.OfType(EventSubscriptions)).ShouldBeEmpty();

    [Fact]
    public void SignIn_BeforeTheDashboard_LetsEventsAndHeartbeatThrough() =>
        files.Prod.OfType("Microsoft.Web/sites/config").Single(config => config.Name == "authsettingsV2")
            .Texts("globalValidation", "excludedPaths").ShouldBe(["/runtime/webhooks/blobs", "/api/health"]);

    [Fact]
    public void Lifecycle_ByPrefix_NamesContainersThatExistAndNeverDeletesEvidence()
    {
        var policy = files.Prod.OfType("Microsoft.Storage/storageAccounts/managementPolicies").ShouldHaveSingleItem();
        var rules = policy.Property("policy", "rules")!.Value.EnumerateArray().ToList();
        var evidence = rules.Where(rule => Prefixes(rule).Contains("archive/")).ToList();

        rules.SelectMany(Prefixes).Select(prefix => prefix.TrimEnd('/')).Except(InvoiceContainers).ShouldBeEmpty();
        evidence.ShouldNotBeEmpty();
        evidence.SelectMany(rule => rule.Names()).ShouldNotContain("delete");
    }

    private static IEnumerable<string> Prefixes(JsonElement rule) =>
        rule.Find("definition", "filters", "prefixMatch")!.Value.EnumerateArray().Select(prefix => prefix.GetString()!);

    private string DeadLetterContainer() => Subscription.Text("deadLetterWithResourceIdentity", "deadLetterDestination", "properties", "blobContainerName")!;

    private IReadOnlyList<string> Names(string type, string account) =>
        [.. files.Prod.OfType(type).Where(resource => resource.FullName.StartsWith(account, StringComparison.Ordinal)).Select(resource => resource.Name)];
}

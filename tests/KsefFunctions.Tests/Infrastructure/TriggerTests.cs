using KsefFunctions.DeadLetters;
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

    private BicepFile InvoiceStorage => files.File("infra/modules/invoice-storage.bicep");

    private IReadOnlyList<string> InvoiceContainers => Names(InvoiceStorage, Containers);

    [Fact]
    public void Containers_OfTheApp_AreMadeInTheInvoiceStorage() =>
        InvoiceContainers.ShouldBe([.. ContainerNames.All, DeadLetterContainer()], ignoreOrder: true);

    [Fact]
    public void Containers_OfTheRuntime_HoldNoDocuments() =>
        Names(files.File("infra/modules/runtime-storage.bicep"), Containers).ShouldBe(["deployments"]);

    [Fact]
    public void StorageQueues_OfTriggers_AreMadeWithThePoisonQueueOfEach()
    {
        var read = AppFunctions.With<QueueTriggerAttribute>().Select(one => one.Trigger.QueueName).ToList();

        read.ShouldNotBeEmpty();
        Names(InvoiceStorage, StorageQueues).ShouldBe(read.Concat(read.Select(name => $"{name}-poison")), ignoreOrder: true);
    }

    [Fact]
    public void ServiceBusQueue_OfTheReceiver_DropsDuplicates()
    {
        var queue = files.OfType("Microsoft.ServiceBus/namespaces/queues").ShouldHaveSingleItem();

        queue.AzureNames.ShouldBe([PoisonReceiver.Queue]);
        AppFunctions.With<ServiceBusTriggerAttribute>().Select(one => one.Trigger.QueueName).ShouldBe(queue.AzureNames);
        queue.Body.Find("properties", "requiresDuplicateDetection")!.Text.ShouldBe("true");
    }

    [Fact]
    public void EventSubscription_Delivers_TheInboxToItsTriggerAndNothingElse()
    {
        var (function, trigger) = AppFunctions.With<BlobTriggerAttribute>().ShouldHaveSingleItem();
        var container = trigger.BlobPath.Split('/')[0];
        var subscription = files.OfType("Microsoft.EventGrid/systemTopics/eventSubscriptions").ShouldHaveSingleItem().Body;

        trigger.Source.ShouldBe(BlobTriggerSource.EventGrid);
        subscription.Find("properties", "filter", "subjectBeginsWith")!.Literal.ShouldBe($"/blobServices/default/containers/{container}/blobs/");
        subscription.Find("properties", "filter", "includedEventTypes")!.Literals.ShouldBe(["Microsoft.Storage.BlobCreated"]);
        subscription.Find("properties", "destination", "properties", "endpointUrl")!.Text
            .ShouldContain($"/runtime/webhooks/blobs?functionName=Host.Functions.{function}&code=${{listKeys(");
    }

    [Fact]
    public void EventSubscription_MadeAfterTheCode_IsNoPartOfTheProvisioning() =>
        files.Templates.SelectMany(file => file.Modules).ShouldNotContain(module => module.Target.EndsWith("events.bicep", StringComparison.Ordinal));

    [Fact]
    public void SignIn_BeforeTheDashboard_LetsEventsAndHeartbeatThrough() =>
        files.OfType("Microsoft.Web/sites/config").Single(config => config.AzureNames.Contains("authsettingsV2"))
            .Body.Find("properties", "globalValidation", "excludedPaths")!.Literals.ShouldBe(["/runtime/webhooks/blobs", "/api/health"]);

    [Fact]
    public void Lifecycle_ByPrefix_NamesContainersThatExistAndNeverDeletesEvidence()
    {
        var rules = files.OfType("Microsoft.Storage/storageAccounts/managementPolicies").ShouldHaveSingleItem()
            .Body.Find("properties", "policy", "rules")!.Children;

        rules.SelectMany(rule => rule.Find("definition", "filters", "prefixMatch")!.Literals).Select(prefix => prefix.TrimEnd('/')).Except(InvoiceContainers).ShouldBeEmpty();
        foreach (var rule in rules.Where(rule => rule.Find("definition", "filters", "prefixMatch")!.Literals.Contains("archive/")))
        {
            rule.Everything().ShouldNotContain(node => node.Type == "object_property" && node.Children[0].Text == "delete");
        }
    }

    private string DeadLetterContainer() => files.OfType("Microsoft.EventGrid/systemTopics/eventSubscriptions").Single()
        .Body.Find("properties", "deadLetterWithResourceIdentity", "deadLetterDestination", "properties", "blobContainerName")!.Literal!;

    private static IReadOnlyList<string> Names(BicepFile file, string type) =>
        [.. file.Resources.Where(resource => !resource.IsExisting && resource.ResourceType == type).SelectMany(resource => resource.AzureNames)];
}

using Azure.Storage.Queues;
using KsefFunctions.Errors;
using KsefFunctions.Intake;
using SampleInvoices;

namespace KsefFunctions.Tests.Flow;

/// <summary>The one place where the real host tells the app of a drop that is gone: what its trigger gave up on while storage was in trouble.</summary>
[Collection(SharedAppTests.Name)]
public sealed class GivenUpAndRemovedTests(SharedApp shared)
{
    [Fact]
    public async Task GivenUp_RemovedMeanwhile_HasAResult()
    {
        var path = $"{SampleNips.Seller}/{Guid.NewGuid():N}/given-up.xml";
        var queues = new QueueServiceClient(
            shared.App.App.Services.Azurite.InvoicesConnectionString, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });

        await queues.GetQueueClient(GivenUpBlobReceiver.Queue).SendMessageAsync(new GivenUpBlob(path, "\"0x1\"").ToJson());
        await AppUnderTest.EventuallyAsync(async () => await shared.App.OutboxTextAsync($"{path}.result.json") is not null, () => "the drop has a result");

        var result = await shared.App.ResultAsync(path);
        result.GetProperty("sha256").GetString().ShouldBeEmpty();
        result.GetProperty("errors").EnumerateArray().ShouldHaveSingleItem().GetProperty("code").GetString().ShouldBe(FileErrors.Replaced.Code);
        (await shared.App.DeadLettersAsync()).ShouldNotContain(letter => letter.Body.ToString().Contains(path, StringComparison.Ordinal));
    }
}

using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using KsefFunctions.Files;
using KsefFunctions.Settings;
using KsefFunctions.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SampleInvoices;

namespace KsefFunctions.Tests.Flow;

/// <summary>Storage that stumbles: no file becomes a dead letter for it, and nothing is written twice.</summary>
public sealed class StorageTroubleTests
{
    [Fact]
    public async Task Drop_StorageWritesAndEveryFirstAnswerIsLost_EveryInvoiceIsAcceptedOnce()
    {
        var losses = new LostAnswers();
        await using var app = await RunningApp.StartAsync(FlowMode.Automatic, losses.Wrap);

        var records = await SettleAsync(app);

        losses.Count.ShouldBeGreaterThan(20);
        ShouldBeAcceptedOnce(records);
        records.ShouldAllBe(record => record.Sessions.Count == 1);
    }

    private static Task<FileRecord[]> SettleAsync(RunningApp app) => Task.WhenAll(
        app.SettleAsync("single.xml", AppUnderTest.Invoice().ToBytes()),
        app.SettleAsync("package.zip", SampleArchive.Zip(SampleArchive.Invoices(AppUnderTest.Invoice(), 3))));

    private static void ShouldBeAcceptedOnce(IReadOnlyCollection<FileRecord> records)
    {
        records.ShouldAllBe(record => record.Outcome == FileOutcome.Accepted);
        var rows = records.SelectMany(record => record.Invoices).ToList();
        rows.Select(row => row.KsefNumber).ShouldBeUnique();
        rows.ShouldAllBe(row => row.Errors.Count == 0);
    }

    /// <summary>Lets each write reach storage and then breaks the connection, once; the client tries again by itself.</summary>
    private sealed class LostAnswers : HttpPipelinePolicy
    {
        private readonly ConcurrentDictionary<string, bool> _lost = new();

        public int Count => _lost.Count;

        public void Wrap(IServiceCollection services) => services.Replace(ServiceDescriptor.Singleton(provider =>
        {
            var options = new BlobClientOptions { Retry = { Delay = TimeSpan.FromMilliseconds(1) } };
            options.AddPolicy(this, HttpPipelinePosition.PerRetry);
            return new BlobServiceClient(provider.GetRequiredService<IConfiguration>()["InvoiceStorage"], options);
        }));

        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            await ProcessNextAsync(message, pipeline);
            if (message.Request.Method == RequestMethod.Put && _lost.TryAdd(WriteOf(message.Request), true))
            {
                throw new IOException("The connection broke.");
            }
        }

        // What is streamed into the work container is begun anew by the step, which would lose the same answers again and again.
        private static string WriteOf(Request request) =>
            request.Uri.Path.Contains($"/{ContainerNames.Work}/", StringComparison.Ordinal) ? $"{ContainerNames.Work}{request.Uri.Query.Split('&')[0]}" : request.ClientRequestId;

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();
    }
}

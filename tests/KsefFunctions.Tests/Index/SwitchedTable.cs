using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using KsefFunctions.Index;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace KsefFunctions.Tests.Index;

/// <summary>The app's way to the table, which can be cut, and which counts transactions.</summary>
internal sealed class SwitchedTable : HttpPipelineSynchronousPolicy
{
    private int _transactions;

    public bool IsAway { get; set; }

    public int Transactions => _transactions;

    public void PutInto(IServiceCollection services) => services.AddSingleton(provider =>
    {
        var options = IndexTable.Options();
        options.AddPolicy(this, HttpPipelinePosition.PerRetry);
        options.Retry.MaxRetries = 0;
        return new TableServiceClient(provider.GetRequiredService<IConfiguration>()["InvoiceStorage"], options);
    });

    public override void OnSendingRequest(HttpMessage message)
    {
        if (IsAway)
        {
            throw new Azure.RequestFailedException(503, "The table is away.");
        }

        if (message.Request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal))
        {
            Interlocked.Increment(ref _transactions);
        }
    }
}

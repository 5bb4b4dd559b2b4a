using Azure.Core;
using Azure.Data.Tables;

namespace KsefFunctions.Index;

/// <summary>The table of invoices, beside the containers of the same account.</summary>
public static class IndexTable
{
    /// <summary>Its name.</summary>
    public const string Name = "invoices";

    // A request that hangs must not hold an invoice up: what could not be written is made up for later.
    private static readonly TimeSpan LongestRequest = TimeSpan.FromSeconds(10);

    /// <summary>How the app asks for it: by keys only.</summary>
    public static TableClientOptions Options()
    {
        var options = new TableClientOptions { Retry = { MaxRetries = 2, NetworkTimeout = LongestRequest } };
        options.AddPolicy(new KeysOnlyPolicy(), HttpPipelinePosition.PerCall);
        return options;
    }
}

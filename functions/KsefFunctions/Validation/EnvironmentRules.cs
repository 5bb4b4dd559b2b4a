using Ksef.Invoices;
using KsefFunctions.Settings;

namespace KsefFunctions.Validation;

/// <summary>What differs between KSeF's environments when an invoice is checked.</summary>
internal static class EnvironmentRules
{
    // FA(2) ended with KSeF 1.0; only the test environment and the simulator still take it.
    private static readonly IReadOnlyCollection<InvoiceSchema> WithoutFa2 = [.. InvoiceSchema.All.Where(schema => schema != InvoiceSchema.Fa2)];

    public static InvoiceCheckOptions CheckOptions(TargetEnvironment environment, string contextNip) => new()
    {
        ContextNip = contextNip,
        AllowedSchemas = environment is TargetEnvironment.Demo or TargetEnvironment.Production ? WithoutFa2 : InvoiceSchema.All,

        // The Ministry's test environment lives on invented numbers.
        EnforceNipChecksum = environment != TargetEnvironment.Test,
    };
}

using Ksef.Client;

namespace KsefFunctions.Hosting;

/// <summary>The KSeF that the settings name.</summary>
internal static class Environments
{
    public static KsefEnvironment Of(KsefFunctionsOptions options) => options.Environment switch
    {
        TargetEnvironment.Simulator => KsefEnvironment.Simulator(options.SimulatorAddress!),
        TargetEnvironment.Test => KsefEnvironment.Test,
        TargetEnvironment.Demo => KsefEnvironment.Demo,
        TargetEnvironment.Production => KsefEnvironment.Production,
        _ => throw new ArgumentOutOfRangeException(nameof(options), options.Environment, "There is no such environment."),
    };
}

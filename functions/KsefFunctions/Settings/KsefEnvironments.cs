using Ksef.Client;

namespace KsefFunctions.Settings;

/// <summary>The KSeF that the settings name.</summary>
internal static class KsefEnvironments
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

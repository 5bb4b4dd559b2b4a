using Microsoft.Extensions.Options;

namespace KsefFunctions.Hosting;

/// <summary>Refuses to start on settings that would send documents to the wrong place.</summary>
internal sealed class KsefFunctionsOptionsValidator : IValidateOptions<KsefFunctionsOptions>
{
    public ValidateOptionsResult Validate(string? name, KsefFunctionsOptions options)
    {
        var problems = new List<string>();
        if (options.Environment == TargetEnvironment.Simulator && options.SimulatorAddress is null)
        {
            problems.Add("KsefFunctions:SimulatorAddress is missing; it names the simulator, ending with /v2/.");
        }

        if (options.Environment == TargetEnvironment.Production && !options.AllowProduction)
        {
            problems.Add("KsefFunctions:Environment is Production: set KsefFunctions:AllowProduction to true to send legal documents.");
        }

        if (options.FirstPoll < TimeSpan.Zero || options.LongestPoll <= TimeSpan.Zero)
        {
            problems.Add("KsefFunctions:FirstPoll must not be negative, and KsefFunctions:LongestPoll must be positive.");
        }

        if (options.UnnoticedAfter < TimeSpan.Zero || options.StandstillAfter < TimeSpan.Zero || options.LateAfter < TimeSpan.Zero)
        {
            problems.Add("KsefFunctions:UnnoticedAfter, KsefFunctions:StandstillAfter and KsefFunctions:LateAfter must not be negative.");
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}

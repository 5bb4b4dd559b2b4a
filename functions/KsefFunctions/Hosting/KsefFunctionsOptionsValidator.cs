using KsefFunctions.Certificates;
using KsefFunctions.Settings;
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

        if (options.UnnoticedAfter < TimeSpan.Zero || options.StandstillAfter < TimeSpan.Zero || options.LateAfter < TimeSpan.Zero
            || options.QueueLateAfter < TimeSpan.Zero || options.ApprovalLateAfter < TimeSpan.Zero)
        {
            problems.Add("KsefFunctions:UnnoticedAfter, KsefFunctions:StandstillAfter, KsefFunctions:LateAfter, KsefFunctions:QueueLateAfter and KsefFunctions:ApprovalLateAfter must not be negative.");
        }

        if (options.Gather.QuietFor < TimeSpan.Zero || options.Gather.AtMost < options.Gather.QuietFor)
        {
            problems.Add("KsefFunctions:Gather:QuietFor must not be negative, and KsefFunctions:Gather:AtMost not less than QuietFor.");
        }

        if (options.Gather.SessionsAtOnce < 1 || options.Gather.MostBytes < 1 || options.Gather.MostInSession is < 1 or > GatherSettings.MostInvoices)
        {
            problems.Add($"KsefFunctions:Gather:SessionsAtOnce and MostBytes must be at least 1, and MostInSession from 1 to {GatherSettings.MostInvoices}.");
        }

        if (options.Gather.OnlineUpTo < 0 || options.Gather.MostOnline < Math.Max(1, options.Gather.OnlineUpTo) || options.Gather.MostOnline > GatherSettings.MostInvoices)
        {
            problems.Add($"KsefFunctions:Gather:OnlineUpTo must not be negative, and MostOnline from OnlineUpTo, or 1, to {GatherSettings.MostInvoices}.");
        }

        if (options.FirstRetry <= TimeSpan.Zero || options.LongestRetry < options.FirstRetry || options.RetryFor <= TimeSpan.Zero)
        {
            problems.Add("KsefFunctions:FirstRetry and KsefFunctions:RetryFor must be positive, and KsefFunctions:LongestRetry not less than FirstRetry.");
        }

        if (options.NextSessionAfter < TimeSpan.Zero || options.TakenInAgainFor < TimeSpan.Zero || options.ReceiptsFor < TimeSpan.Zero || options.PoisonQueueWait <= TimeSpan.Zero)
        {
            problems.Add("KsefFunctions:NextSessionAfter, KsefFunctions:TakenInAgainFor and KsefFunctions:ReceiptsFor must not be negative, and KsefFunctions:PoisonQueueWait must be positive.");
        }

        if (options.ShareLeftToPeople is < 0 or > 0.9m)
        {
            problems.Add("KsefFunctions:ShareLeftToPeople must be from 0 to 0.9.");
        }

        if (!options.KeepToLimits && options.Environment != TargetEnvironment.Simulator)
        {
            problems.Add("KsefFunctions:KeepToLimits must be true: KSeF blocks who does not keep to its limits.");
        }

        if (options.KeyVaultThumbprint is { } thumbprint && PinnedCertificate.Objection(options.KeyVault, thumbprint) is { } objection)
        {
            problems.Add($"KsefFunctions:KeyVaultThumbprint: {objection}");
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}

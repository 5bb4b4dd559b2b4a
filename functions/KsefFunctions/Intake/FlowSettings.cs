using KsefFunctions.Hosting;

namespace KsefFunctions.Intake;

/// <summary>What an orchestrator needs to know of the configuration.</summary>
/// <param name="Mode">How far a file goes by itself.</param>
/// <param name="FirstPoll">Wait before the first look at a closed session.</param>
/// <param name="LongestPoll">The waits grow up to this.</param>
public sealed record FlowSettings(FlowMode Mode, TimeSpan FirstPoll, TimeSpan LongestPoll);

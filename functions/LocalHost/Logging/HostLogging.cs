namespace LocalHost.Logging;

/// <summary>What is worth a line: what the app says from Information up, what carries it from Warning up.</summary>
internal static class HostLogging
{
    // The host gives what a function logs a category of its own, as on Azure.
    private const string OfTheApp = ".User";

    public static ILoggingBuilder Configure(ILoggingBuilder logging) => logging
        .SetMinimumLevel(LogLevel.Information)
        .AddFilter((category, level) => level >= LogLevel.Warning || category!.EndsWith(OfTheApp, StringComparison.Ordinal) || category.StartsWith("LocalHost.", StringComparison.Ordinal))
        .AddFilter("Azure", LogLevel.Error)

        // That Application Insights is not here, and after a kill each message that came too early: nothing that a person has to answer.
        .AddFilter<ErrorStreamLog>("Host.Triggers.DurableTask", LogLevel.Error)
        .AddFilter<ErrorStreamLog>("DurableTask", LogLevel.Error);
}

using System.Diagnostics;

namespace LocalHost.Tests;

/// <summary>Waits for what other threads bring about, with a deadline.</summary>
internal static class Eventually
{
    // What a killed run had in hand is away for a minute, and this machine may have much else to do.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public static Task BecomesTrueAsync(Func<bool> condition, string what) => BecomesTrueAsync(() => Task.FromResult(condition()), what);

    public static async Task BecomesTrueAsync(Func<Task<bool>> condition, string what)
    {
        var waited = Stopwatch.StartNew();
        while (!await condition())
        {
            waited.Elapsed.ShouldBeLessThan(Patience, $"still waiting until {what}");
            await Task.Delay(10);
        }
    }
}

using System.Diagnostics;

namespace LocalHost.Tests;

/// <summary>Waits for what other threads bring about, with a deadline.</summary>
internal static class Eventually
{
    // What a killed run had in hand is away for a minute, and this machine may have much else to do.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public static Task BecomesTrueAsync(Func<bool> condition, string what) => BecomesTrueAsync(condition, () => what);

    public static Task BecomesTrueAsync(Func<bool> condition, Func<string> what) => BecomesTrueAsync(() => Task.FromResult(condition()), what);

    public static Task BecomesTrueAsync(Func<Task<bool>> condition, string what) => BecomesTrueAsync(condition, () => what);

    public static async Task BecomesTrueAsync(Func<Task<bool>> condition, Func<string> what)
    {
        var waited = Stopwatch.StartNew();
        while (!await condition())
        {
            if (waited.Elapsed > Patience)
            {
                throw new ShouldAssertException($"Still waiting after {Patience.TotalMinutes} minutes until {what()}");
            }

            await Task.Delay(10);
        }
    }
}

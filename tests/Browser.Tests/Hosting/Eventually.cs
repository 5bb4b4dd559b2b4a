using System.Diagnostics;

namespace Browser.Tests.Hosting;

/// <summary>Waits for what the app brings about, with a deadline.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task BecomesTrueAsync(Func<Task<bool>> condition, string what)
    {
        var waited = Stopwatch.StartNew();
        while (!await condition())
        {
            waited.Elapsed.ShouldBeLessThan(Patience, $"still waiting until {what}");
            await Task.Delay(20);
        }
    }
}

using Microsoft.Playwright;

namespace Browser.Tests.Hosting;

/// <summary>Who looks, and through what.</summary>
/// <param name="Language">First language of the browser.</param>
/// <param name="Scheme">Light or dark.</param>
/// <param name="Width">Of the window, in CSS pixels.</param>
public sealed record Visit(string Language = "pl-PL", ColorScheme Scheme = ColorScheme.Light, int Width = 1280)
{
    /// <summary>Part of a console message that this visit brings about on purpose.</summary>
    public string? Expected { get; init; }

    /// <summary>The test moves the page's clock, so that nobody waits for the next refresh.</summary>
    public bool MovesClock { get; init; }

    public BrowserNewContextOptions ToOptions() => new()
    {
        Locale = Language,
        ColorScheme = Scheme,
        ReducedMotion = ReducedMotion.Reduce,
        ViewportSize = new ViewportSize { Width = Width, Height = 900 },
        TimezoneId = "America/New_York",
        AcceptDownloads = true,
    };
}

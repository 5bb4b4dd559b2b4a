using static Ksef.Mapping.Tests.RoundTrips.Change;

namespace Ksef.Mapping.Tests.RoundTrips.Simple;

/// <summary>The Ministry's examples of FA(3) in the simple layout, where the folder KSEF_EXAMPLES names has them; else there is nothing to run.</summary>
public sealed class ExamplesTests
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("KSEF_EXAMPLES");

    /// <summary>What the layout changes in the examples alone, by their number.</summary>
    private static readonly Allowance[] Allowances =
    [
        .. SimpleTable.Allowances,
        new(Lost, "Fa/P_6", "the day of sale is shown where it is not the day of issue", "10", "26"),
        new(Changed, "Fa/FaWiersz/CN", "a CN code is written without spaces", "04", "20", "21"),
        new(Changed, "Fa/Rozliczenie/Obciazenia/Powod", "two spaces in a text are one", "26"),
    ];

    private static readonly Refusal[] Refusals =
    [
        .. SimpleTable.Refusals,
        new("01", ["KSF-1534"], "total_gross", "its total is a grosz more than its sums"),
        new("04", ["KSF-1531"], "net_amount", "its discount (P_10) is that of a unit; in the layout it is that of the line"),
        new("19", ["KSF-1534", "KSF-1534"], "net_standard", "its tax is a grosz more than the gross amount has in it (art. 106e(7) of the VAT Act)"),
    ];

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    [InlineData("json")]
    public async Task MapAsync_ExamplesInTheSimpleLayout_AreTheSameInvoicesOrRefused(string form)
    {
        foreach (var original in Folder is null ? [] : RoundTripCase.In(Folder))
        {
            var (file, context) = (SimpleFile.Write(original, form), RoundTrip.Context(original));
            if (Refusal.Of(original, Refusals) is { } refusal)
            {
                RoundTrip.ShouldBe(await RoundTrip.FindingsAsync(file, context), refusal);
            }
            else
            {
                RoundTrip.ShouldBeAllowed(await RoundTrip.DifferencesAsync(original, file, context), original.Name, Allowances);
            }
        }
    }
}

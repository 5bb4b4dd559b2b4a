using KsefFunctions.Hosting;
using KsefFunctions.Settings;

namespace KsefFunctions.Tests.Dispatch;

/// <summary>Settings under which nothing would ever be sent, or more than KSeF takes, stop the start.</summary>
public sealed class GatherSettingsTests
{
    public static TheoryData<string, bool> Changes => new()
    {
        { nameof(GatherSettings.SessionsAtOnce) + "=0", false },
        { nameof(GatherSettings.SessionsAtOnce) + "=1", true },
        { nameof(GatherSettings.MostInSession) + "=0", false },
        { nameof(GatherSettings.MostInSession) + "=10000", true },
        { nameof(GatherSettings.MostInSession) + "=10001", false },
        { nameof(GatherSettings.MostBytes) + "=0", false },
        { nameof(GatherSettings.OnlineUpTo) + "=-1", false },
        { nameof(GatherSettings.OnlineUpTo) + "=0", true },
        { nameof(GatherSettings.OnlineUpTo) + "=100", true },
        { nameof(GatherSettings.OnlineUpTo) + "=101", false },
        { nameof(GatherSettings.MostOnline) + "=2", false },
        { nameof(GatherSettings.MostOnline) + "=10001", false },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Validate_OneNumberIsOther_IsAcceptedWhereSomethingCanBeSent(string change, bool accepted)
    {
        var (name, value) = change.Split('=') is [var left, var right] ? (left, int.Parse(right, System.Globalization.CultureInfo.InvariantCulture)) : default;
        var property = typeof(GatherSettings).GetProperty(name)!;

        Validate(gather => property.SetValue(gather, Convert.ChangeType(value, property.PropertyType, System.Globalization.CultureInfo.InvariantCulture))).ShouldBe(accepted);
    }

    [Theory]
    [InlineData(-1, 10, false)]
    [InlineData(0, 0, true)]
    [InlineData(5, 4, false)]
    public void Validate_Waits_TheLongerOneIsNotShorter(int quietFor, int atMost, bool accepted) =>
        Validate(gather => (gather.QuietFor, gather.AtMost) = (TimeSpan.FromSeconds(quietFor), TimeSpan.FromSeconds(atMost))).ShouldBe(accepted);

    private static bool Validate(Action<GatherSettings> change)
    {
        var options = new KsefFunctionsOptions { SimulatorAddress = new Uri("http://ksef.test/v2/") };
        change(options.Gather);
        return new KsefFunctionsOptionsValidator().Validate(name: null, options).Succeeded;
    }
}

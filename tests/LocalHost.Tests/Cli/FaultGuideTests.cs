using System.Text.RegularExpressions;
using KsefFunctions.Errors;
using KsefSimulator.Faults;
using LocalHost.Cli;

namespace LocalHost.Tests.Cli;

/// <summary>What <c>--help</c> says of the faults agrees with the simulator and with the catalogue of errors.</summary>
public sealed partial class FaultGuideTests
{
    [Fact]
    public void All_EveryFaultOfTheSimulator_HasOneInItsOrder() =>
        FaultGuide.All.Select(guide => guide.Fault).ShouldBe(FaultCatalogue.All.Select(fault => fault.Name));

    [Fact]
    public void All_NumbersNamed_AreInTheCatalogue()
    {
        string[] named = [.. FaultGuide.All.SelectMany(guide => Number().Matches(guide.Sees)).Select(match => match.Value).Distinct()];

        named.ShouldContain("KSF-3001");
        named.Where(number => ErrorCatalogue.Find(number) is null).ShouldBeEmpty();
    }

    [Fact]
    public void Help_EveryFault_StandsWithItsEffectAndWhatOneSees()
    {
        string help = HelpText.Write();

        foreach (FaultGuide guide in FaultGuide.All)
        {
            help.ShouldContain($"  {guide.Fault} ");
            help.ShouldContain($"-> {guide.Sees}");
        }
    }

    [Theory]
    [InlineData("close-50", "close-500-after-commit")]
    [InlineData("closetimeout", "close-timeout")]
    [InlineData("HTML-52", "html-502")]
    public void Parse_UnknownFault_IsAnsweredWithTheNearest(string unknown, string meant) =>
        Should.Throw<FormatException>(() => new FaultSwitchboard().Enable(unknown)).Message.ShouldBe($"Unknown fault '{unknown}'. Did you mean '{meant}'?");

    [GeneratedRegex(@"KSF-\d{4}")]
    private static partial Regex Number();
}

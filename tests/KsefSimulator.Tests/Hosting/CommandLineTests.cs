using KsefSimulator.Hosting;
using KsefSimulator.Settings;

namespace KsefSimulator.Tests.Hosting;

public sealed class CommandLineTests
{
    [Fact]
    public void Parse_EveryOption_EndsUpInTheOptions()
    {
        var options = CommandLine.Parse(
        [
            "--urls", "http://127.0.0.1:1;http://*:2", "--data", "state", "--processing-delay=30s", "--fault", "stuck-150:for=5m", "--fault=445", "--rate-limits", "production", "--spec", "2.8",
            "--access-token-lifetime", "1m", "--hang-time", "500ms", "--nip-checksum", "on", "--public-address", "http://ksef.example:8080",
        ]).Options.ShouldNotBeNull();

        options.Urls.ShouldBe("http://127.0.0.1:1;http://*:2");
        options.DataDirectory.ShouldBe(Path.GetFullPath("state"));
        options.ProcessingDelay.ShouldBe(TimeSpan.FromSeconds(30));
        options.Faults.ShouldBe(["stuck-150:for=5m", "445"]);
        options.RateLimits.ShouldBe(RateLimitProfile.Production);
        options.SpecLevel.ShouldBe(SpecLevel.V28);
        options.AccessTokenLifetime.ShouldBe(TimeSpan.FromMinutes(1));
        options.HangTime.ShouldBe(TimeSpan.FromMilliseconds(500));
        options.EnforceNipChecksum.ShouldBeTrue();
        options.PublicAddress.ShouldBe(new Uri("http://ksef.example:8080"));
    }

    [Theory]
    [InlineData("--unknown")]
    [InlineData("--urls")]
    [InlineData("--urls", "nonsense")]
    [InlineData("--processing-delay", "-5s")]
    [InlineData("--processing-delay", "soon")]
    [InlineData("--rate-limits", "some")]
    [InlineData("--spec", "3")]
    [InlineData("--nip-checksum", "maybe")]
    [InlineData("--public-address", "here")]
    public void Parse_WhatCannotBe_EndsWithTwoAndSaysWhy(params string[] arguments)
    {
        var parsed = CommandLine.Parse(arguments);

        parsed.ExitCode.ShouldBe(2);
        parsed.Message.ShouldNotBeNull().ShouldContain(arguments[0]);
    }

    [Theory]
    [InlineData("--help", "--rate-limits off|test|production")]
    [InlineData("--faults", "Faktura zostaje przyjęta, ale połączenie zrywa się przed odpowiedzią 202.")]
    public void Parse_AskedForHelp_EndsWithZeroAndExplains(string argument, string expected)
    {
        var parsed = CommandLine.Parse([argument]);

        parsed.ExitCode.ShouldBe(0);
        parsed.Message.ShouldNotBeNull().ShouldContain(expected);
    }
}

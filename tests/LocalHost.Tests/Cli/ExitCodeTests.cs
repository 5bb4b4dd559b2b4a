using LocalHost.Cli;
using LocalHost.Hosting;

namespace LocalHost.Tests.Cli;

public sealed class ExitCodeTests : IDisposable
{
    private readonly StringWriter _errors = new();

    public void Dispose() => _errors.Dispose();

    [Fact]
    public async Task Of_CommandThatEnds_IsItsCodeInSilence()
    {
        (await OfAsync(() => Task.FromResult(ExitCode.NotAllAccepted))).ShouldBe(ExitCode.NotAllAccepted);

        _errors.ToString().ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_ArgumentsThatMakeNoSense_IsTwoAndPointsToTheHelp()
    {
        (await OfAsync(() => throw new CommandLineException("--port needs a number."))).ShouldBe(ExitCode.BadArguments);

        _errors.ToString().ReplaceLineEndings("\n").ShouldBe("--port needs a number.\n--help shows all options.\n");
    }

    [Fact]
    public async Task Of_DataThatCannotBeUsed_IsTwo()
    {
        (await OfAsync(() => throw new DataDirectoryException("Another LocalHost runs."))).ShouldBe(ExitCode.BadArguments);

        _errors.ToString().Trim().ShouldBe("Another LocalHost runs.");
    }

    [Fact]
    public async Task Of_PartThatFails_IsOneAndItsMessageAlone()
    {
        (await OfAsync(() => throw new LocalHostException("Azurite ended unexpectedly."))).ShouldBe(ExitCode.HostFailure);

        _errors.ToString().Trim().ShouldBe("Azurite ended unexpectedly.");
    }

    [Fact]
    public async Task Of_WhatNobodyExpected_IsOneWithAllThatIsKnown()
    {
        (await OfAsync(() => throw new NotSupportedException("odd"))).ShouldBe(ExitCode.HostFailure);

        _errors.ToString().ShouldContain("LocalHost failed: System.NotSupportedException: odd");
        _errors.ToString().ShouldContain(nameof(Of_WhatNobodyExpected_IsOneWithAllThatIsKnown));
    }

    private Task<int> OfAsync(Func<Task<int>> command) => ExitCode.OfAsync(new Terminal(TextWriter.Null, _errors, IsInteractive: false), command);
}

using LocalHost.Logging;

namespace LocalHost.Tests.Logging;

public sealed class OutputTailTests
{
    private readonly OutputTail _tail = new();

    [Fact]
    public void ToString_NothingWritten_IsEmpty() => _tail.ToString().ShouldBeEmpty();

    [Fact]
    public void ToString_ExceptionWithItsStack_KeepsWhatItSays()
    {
        _tail.Add("Unhandled exception. System.InvalidOperationException: The setting X is missing.");
        _tail.Add("   at Program.Main()");
        _tail.Add("");
        _tail.Add(" ---> System.FormatException: no number");

        _tail.ToString().ShouldBe(string.Join(
            Environment.NewLine, " It wrote:", "Unhandled exception. System.InvalidOperationException: The setting X is missing.", " ---> System.FormatException: no number"));
    }

    [Fact]
    public void ToString_ManyLines_KeepsTheLast()
    {
        for (int line = 1; line <= 1_000; line++)
        {
            _tail.Add($"line {line}");
        }

        string[] kept = _tail.ToString().Split(Environment.NewLine);
        kept.Length.ShouldBeLessThan(20);
        kept[^1].ShouldBe("line 1000");
    }
}

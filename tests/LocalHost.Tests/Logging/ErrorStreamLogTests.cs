using LocalHost.Logging;
using Microsoft.Extensions.Logging;

namespace LocalHost.Tests.Logging;

public sealed class ErrorStreamLogTests : IDisposable
{
    private readonly StringWriter _errors = new();

    public void Dispose() => _errors.Dispose();

    [Fact]
    public void Log_MessageThatHoldsAWholeException_IsOneLineWithoutItsStack()
    {
        Logger("DurableTask.AzureStorage").LogError("Failed: System.IO.IOException: refused\n ---> Inner: gone\n   at Some.Method()\n   --- End of inner exception stack trace ---\nat the end");

        _errors.ToString().ShouldBe($"Error: AzureStorage: Failed: System.IO.IOException: refused at the end{Environment.NewLine}");
    }

    [Fact]
    public void Log_Exception_IsNamedWithItsMessage()
    {
        Logger("App").LogWarning(new TimeoutException("too\nlate"), "Not sent");

        _errors.ToString().ShouldBe($"Warning: App: Not sent (TimeoutException: too late){Environment.NewLine}");
    }

    [Fact]
    public void Log_BelowTheLevel_IsLeftOut()
    {
        Logger("App").LogInformation("quiet");

        _errors.ToString().ShouldBeEmpty();
    }

    private ILogger Logger(string category) => new ErrorStreamLog(_errors, LogLevel.Warning).CreateLogger(category);
}

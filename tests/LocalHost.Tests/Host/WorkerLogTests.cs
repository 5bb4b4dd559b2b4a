using LocalHost.Host.Protos;
using LocalHost.Host.Worker;
using Microsoft.Extensions.Logging;

namespace LocalHost.Tests.Host;

public sealed class WorkerLogTests : IDisposable
{
    private readonly Collector _collector = new();
    private readonly ILoggerFactory _loggers;
    private readonly WorkerLog _log;

    public WorkerLogTests()
    {
        _loggers = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_collector));
        _log = new WorkerLog(_loggers);
    }

    public void Dispose() => _loggers.Dispose();

    [Fact]
    public void Write_LineOfTheApp_KeepsCategoryLevelAndText()
    {
        _log.Write(new RpcLog { Category = "KsefFunctions.Intake", Level = RpcLog.Types.Level.Warning, EventId = "1203", Message = "took in" });

        _collector.Lines.ShouldBe([("KsefFunctions.Intake", LogLevel.Warning, new EventId(1203), "took in", null)]);
    }

    [Fact]
    public void Write_NamedEvent_KeepsTheName()
    {
        _log.Write(new RpcLog { Category = "App", Level = RpcLog.Types.Level.Information, EventId = "TookIn", Message = "took in" });

        _collector.Lines.ShouldHaveSingleItem().Id.Name.ShouldBe("TookIn");
    }

    [Fact]
    public void Write_Exception_ComesWithIt()
    {
        var exception = new RpcException { Message = "no such blob", StackTrace = "at Intake" };
        _log.Write(new RpcLog { Category = "App", Level = RpcLog.Types.Level.Error, Message = "failed", Exception = exception });

        _collector.Lines.ShouldHaveSingleItem().Exception.ShouldNotBeNull().ShouldContain("no such blob");
    }

    private sealed class Collector : ILoggerProvider
    {
        public List<(string Category, LogLevel Level, EventId Id, string Text, string? Exception)> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

        public void Dispose()
        {
        }

        private sealed class Logger(Collector owner, string category) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
                owner.Lines.Add((category, logLevel, eventId, formatter(state, exception), exception?.Message));
        }
    }
}

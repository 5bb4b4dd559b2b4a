namespace LocalHost.Logging;

/// <summary>Hands on the lines of one category, from a level up.</summary>
internal sealed class LineLogger(LogLevel minimum, Action<LogLevel, string, Exception?> write) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= minimum && logLevel != LogLevel.None;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            write(logLevel, formatter(state, exception), exception);
        }
    }
}

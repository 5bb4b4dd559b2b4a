using System.Globalization;

namespace LocalHost.Logging;

/// <summary>Writes log lines to standard error, one line each; stack traces are in the log file.</summary>
internal sealed class ErrorStreamLog(TextWriter errors, LogLevel minimum) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new StreamLogger(errors, minimum, categoryName);

    public void Dispose() => errors.Flush();

    private sealed class StreamLogger(TextWriter errors, LogLevel minimum, string category) : ILogger
    {
        private readonly string _source = category[(category.LastIndexOf('.') + 1)..];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= minimum && logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!IsEnabled(logLevel))
            {
                return;
            }

            string failure = exception is null ? string.Empty : $" ({exception.GetType().Name}: {exception.Message})";
            string line = string.Create(CultureInfo.InvariantCulture, $"{logLevel}: {_source}: {formatter(state, exception)}{failure}");
            lock (errors)
            {
                errors.WriteLine(line);
            }
        }
    }
}

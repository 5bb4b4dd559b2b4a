using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace LocalHost.Tests.Durable;

/// <summary>Keeps what was logged, by category.</summary>
internal sealed class CapturingLoggerFactory : ILoggerFactory
{
    private readonly ConcurrentQueue<(string Category, EventId Id, string Text)> _entries = new();

    public IReadOnlyList<string> Of(string category) => [.. _entries.Where(entry => entry.Category == category).Select(entry => entry.Text)];

    public IReadOnlyList<int> Ids => [.. _entries.Select(entry => entry.Id.Id)];

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public void Dispose()
    {
    }

    private sealed class Logger(CapturingLoggerFactory owner, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            owner._entries.Enqueue((category, eventId, formatter(state, exception)));
    }
}

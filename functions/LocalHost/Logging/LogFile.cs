using System.Globalization;

namespace LocalHost.Logging;

/// <summary>Writes every log line into one file; an earlier run's file is kept beside it.</summary>
internal sealed class LogFile : ILoggerProvider
{
    private readonly StreamWriter _writer;
    private readonly TimeProvider _time;

    public LogFile(string path, TimeProvider time)
    {
        if (File.Exists(path))
        {
            File.Move(path, $"{path}.1", overwrite: true);
        }

        _writer = new StreamWriter(path) { AutoFlush = true };
        _time = time;
    }

    public ILogger CreateLogger(string categoryName) =>
        new LineLogger(LogLevel.Trace, (level, message, exception) => Write(level, categoryName, message, exception));

    public void Dispose()
    {
        lock (_writer)
        {
            _writer.Dispose();
        }
    }

    private void Write(LogLevel level, string category, string message, Exception? exception)
    {
        string time = _time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);
        lock (_writer)
        {
            if (_writer.BaseStream?.CanWrite == true)
            {
                _writer.WriteLine($"{time} {level} {category}: {message}");
                if (exception is not null)
                {
                    _writer.WriteLine(exception);
                }
            }
        }
    }
}

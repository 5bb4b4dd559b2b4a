using System.Text.RegularExpressions;

namespace LocalHost.Logging;

/// <summary>Writes log lines to standard error, one line each; stack traces are in the log file.</summary>
internal sealed partial class ErrorStreamLog(TextWriter errors, LogLevel minimum) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName)
    {
        string source = categoryName[(categoryName.LastIndexOf('.') + 1)..];
        return new LineLogger(minimum, (level, message, exception) =>
        {
            string failure = exception is null ? string.Empty : $" ({exception.GetType().Name}: {exception.Message})";
            lock (errors)
            {
                errors.WriteLine($"{level}: {source}: {OneLine(message + failure)}");
            }
        });
    }

    public void Dispose() => errors.Flush();

    // Some messages of the engine hold whole exceptions.
    private static string OneLine(string text) => string.Join(' ', text.Split('\n').Where(line => !OfAStack().IsMatch(line)).Select(line => line.Trim()));

    [GeneratedRegex("^   at |^ *--")]
    private static partial Regex OfAStack();
}

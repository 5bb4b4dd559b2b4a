using System.Globalization;
using LocalHost.Host.Protos;

namespace LocalHost.Host.Worker;

/// <summary>Hands on what the app logs, under the app's own categories, levels and event ids.</summary>
internal sealed class WorkerLog(ILoggerFactory loggers)
{
    /// <summary>For what the app writes to its standard streams; the name is the Functions host's.</summary>
    public ILogger Console { get; } = loggers.CreateLogger("Host.Function.Console");

    public void Write(RpcLog log)
    {
        if (log.Level == RpcLog.Types.Level.None)
        {
            return;
        }

        // An event that has a name comes with its name only.
        EventId id = int.TryParse(log.EventId, CultureInfo.InvariantCulture, out int number) ? new EventId(number) : new EventId(0, log.EventId);
        Exception? exception = log.Exception is { } remote
            ? new Microsoft.Azure.WebJobs.Script.Workers.Rpc.RpcException(log.Level.ToString(), remote.Message, remote.StackTrace)
            : null;
        loggers.CreateLogger(log.Category).Log((LogLevel)log.Level, id, log.Message, exception, static (message, _) => message);
    }
}

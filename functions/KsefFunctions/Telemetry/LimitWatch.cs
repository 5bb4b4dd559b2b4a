using Ksef.Client;

namespace KsefFunctions.Telemetry;

/// <summary>Keeps the limits those that KSeF names for the companies in use, without a call on the way of any file; one instance asks for each.</summary>
internal sealed partial class LimitWatch(LimitReader limits, TimeProvider time, ILogger<LimitWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await limits.ReadDueAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // The known limits hold on: the files have their own way to find out what is wrong.
                LogFailure(failure);
            }
        }
    }

    [LoggerMessage(3002, LogLevel.Warning, "KSeF's limits could not be read; the known ones hold")]
    private partial void LogFailure(Exception failure);
}

using Microsoft.Azure.Functions.Worker;

namespace KsefFunctions.Watch;

/// <summary>
/// Looks at all credentials every six hours, UTC: soon after each deployment, and often enough that no day is missed.
/// </summary>
public sealed class CertificateWatch(WatchReports reports, TimeProvider time, CertificateInspection? inspection = null)
{
    [Function(nameof(CertificateWatch))]
    public async Task RunAsync([TimerTrigger("0 25 */6 * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        var report = inspection is null
            ? WatchReport.Of(WatchNames.Certificates, time.GetUtcNow(), [])
            : await inspection.RunAsync(await reports.ReadAsync(WatchNames.Certificates, cancellationToken), cancellationToken);
        await reports.SaveAsync(report, cancellationToken);
    }
}

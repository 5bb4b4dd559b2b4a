using KsefFunctions.Watch;
using Microsoft.Azure.Functions.Worker;

namespace KsefFunctions.Certificates;

/// <summary>
/// Looks at all credentials every six hours, UTC: soon after each deployment, and often enough that no day is missed. On one machine there is no
/// vault and nothing to look at.
/// </summary>
public sealed class CertificateWatch(WatchReports reports, CertificateInspection? inspection = null)
{
    [Function(nameof(CertificateWatch))]
    public async Task RunAsync([TimerTrigger("0 25 */6 * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        if (inspection is not null)
        {
            var last = await reports.ReadAsync(WatchNames.Certificates, cancellationToken);
            await reports.SaveAsync(await inspection.RunAsync(last, cancellationToken), cancellationToken);
        }
    }
}

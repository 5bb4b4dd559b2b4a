using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace KsefFunctions.Health;

/// <summary>The health of the moment, looked up again after a while only: whoever asks without end costs KSeF and storage nothing.</summary>
public sealed class CurrentHealth(HealthCheckService checks, TimeProvider time)
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(30);
    private readonly Lock _gate = new();
    private Task<HealthReport>? _report;
    private DateTimeOffset _lookedAt;

    public Task<HealthReport> GetAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            if (_report is null || _report.IsFaulted || now - _lookedAt > KeptFor)
            {
                // Not under the caller's token: others get the same report.
                _report = checks.CheckHealthAsync(CancellationToken.None);
                _lookedAt = now;
            }

            return _report.WaitAsync(cancellationToken);
        }
    }
}

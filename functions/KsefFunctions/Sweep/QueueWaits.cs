using System.Globalization;
using KsefFunctions.Dispatch;
using KsefFunctions.Errors;
using KsefFunctions.Files;
using KsefFunctions.Settings;
using KsefFunctions.Watch;
using Microsoft.Extensions.Options;

namespace KsefFunctions.Sweep;

/// <summary>What waits for a session, company by company, and where KSeF's limits hold it back for long.</summary>
public sealed class QueueWaits(CompanyQueue queues, IOptions<KsefFunctionsOptions> options, TimeProvider time)
{
    public async Task<QueuedFiles> FindAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var findings = new List<WatchFinding>();
        var (files, oldest) = (0, TimeSpan.Zero);
        await foreach (var (nip, queue) in queues.ListAsync(cancellationToken))
        {
            var age = queue.Oldest is { } since && now > since ? now - since : TimeSpan.Zero;
            files += queue.Files;
            oldest = age > oldest ? age : oldest;
            if (queue.Files > 0 && queue.HeldUntil is { } until && age > options.Value.QueueLateAfter)
            {
                var at = PolishTime.At(until).ToString("HH:mm", CultureInfo.InvariantCulture);
                findings.Add(WatchFinding.Of(WatchErrors.QueueHeld, queue.Files, (int)age.TotalMinutes, at) with { ContextNip = nip });
            }
        }

        return new QueuedFiles(findings, files, oldest);
    }
}

/// <summary>What waits for a session.</summary>
/// <param name="Findings">Companies whose files wait for long.</param>
/// <param name="Files">Files of all companies.</param>
/// <param name="Oldest">How long the first of them waits; zero when none does.</param>
public sealed record QueuedFiles(IReadOnlyList<WatchFinding> Findings, int Files, TimeSpan Oldest);

using System.Collections.Concurrent;
using KsefFunctions.Settings;
using KsefFunctions.Steps;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;

namespace KsefFunctions.Dispatch;

/// <summary>
/// Calls a company's dispatcher to look at the waiting room. A thousand files that arrive together call it a few times only: a call that follows
/// another within the quiet time is left out, because the dispatcher looks again after the quiet time.
/// </summary>
public sealed class DispatcherCall(IOptions<KsefFunctionsOptions> options, TimeProvider time)
{
    /// <summary>Name of the dispatcher's orchestration.</summary>
    public const string Orchestration = "DispatchCompany";

    /// <summary>Name of the event that has it look.</summary>
    public const string Look = "Look";

    // The clocks of those who call and of those who look may differ.
    private const double OnceMore = 1.5;

    // It never ends by itself; what a person does to it is found out after this.
    private static readonly TimeSpan BelievedFor = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _called = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _started = new(StringComparer.Ordinal);

    /// <summary>Id of a company's dispatcher.</summary>
    public static string InstanceIdFor(string nip) => $"dispatch-{nip}";

    /// <summary>When the dispatcher looks once more after a call: a little later than calls are left out for.</summary>
    public static TimeSpan LooksOnceMoreAfter(GatherSettings gather) => gather.QuietFor * OnceMore;

    /// <summary>Calls it because something has arrived.</summary>
    public async Task ArrivedAsync(string nip, DurableTaskClient durable, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_called.TryGetValue(nip, out var last) && now - last < options.Value.Gather.QuietFor && now >= last)
        {
            return;
        }

        _called[nip] = now;
        try
        {
            if (!_started.TryGetValue(nip, out var started) || now - started > BelievedFor || !await TryCallAsync(nip, durable, cancellationToken))
            {
                await AnywayAsync(nip, durable, cancellationToken);
            }
        }
        catch
        {
            _called.TryRemove(nip, out _);
            throw;
        }
    }

    /// <summary>Calls it whatever is thought of it: where it was lost, it is started anew.</summary>
    public async Task AnywayAsync(string nip, DurableTaskClient durable, CancellationToken cancellationToken)
    {
        await durable.TryStartAsync(Orchestration, InstanceIdFor(nip), nip, OrchestrationStart.OneAtATime, cancellationToken);
        _started[nip] = time.GetUtcNow();
        await durable.RaiseEventAsync(InstanceIdFor(nip), Look, cancellation: cancellationToken);
    }

    // The Durable extension (3.19) refuses the call of a dispatcher that has ended since it was started; the file must not fail for it.
    private static async Task<bool> TryCallAsync(string nip, DurableTaskClient durable, CancellationToken cancellationToken)
    {
        try
        {
            await durable.RaiseEventAsync(InstanceIdFor(nip), Look, cancellation: cancellationToken);
            return true;
        }
        catch (Exception refused) when (refused is not OperationCanceledException)
        {
            return false;
        }
    }
}

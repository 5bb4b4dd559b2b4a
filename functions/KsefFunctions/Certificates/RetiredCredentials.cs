using System.Collections.Concurrent;

namespace KsefFunctions.Certificates;

/// <summary>
/// Credentials that were replaced. A login may still be signing with one, so they are freed once no login that began with them can run any more.
/// </summary>
public sealed class RetiredCredentials(TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Rest = TimeSpan.FromHours(1);
    private readonly ConcurrentQueue<(UsableCredential Credential, DateTimeOffset At)> _waiting = new();

    public void Add(UsableCredential credential)
    {
        Sweep();
        _waiting.Enqueue((credential, time.GetUtcNow()));
    }

    /// <summary>Frees what has rested long enough.</summary>
    public void Sweep()
    {
        while (_waiting.TryPeek(out var oldest) && time.GetUtcNow() - oldest.At >= Rest && _waiting.TryDequeue(out var due))
        {
            due.Credential.Release();
        }
    }

    public void Dispose()
    {
        while (_waiting.TryDequeue(out var left))
        {
            left.Credential.Release();
        }
    }
}

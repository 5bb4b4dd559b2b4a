namespace LocalHost.Durable.Dispatch;

/// <summary>Lets one caller at a time work on an instance id: starts, replacements and purges of the same id must not overlap.</summary>
internal sealed class KeyedLock
{
    private readonly Dictionary<string, (SemaphoreSlim Semaphore, int Users)> _entries = new(StringComparer.Ordinal);

    public async Task<IDisposable> EnterAsync(string key, CancellationToken cancellationToken)
    {
        SemaphoreSlim semaphore;
        lock (_entries)
        {
            var entry = _entries.TryGetValue(key, out var known) ? known : (Semaphore: new SemaphoreSlim(1, 1), Users: 0);
            _entries[key] = entry with { Users = entry.Users + 1 };
            semaphore = entry.Semaphore;
        }

        try
        {
            await semaphore.WaitAsync(cancellationToken);
        }
        catch
        {
            Leave(key);
            throw;
        }

        return new Hold(this, key, semaphore);
    }

    private void Leave(string key)
    {
        lock (_entries)
        {
            var entry = _entries[key];
            if (entry.Users == 1)
            {
                _entries.Remove(key);
                entry.Semaphore.Dispose();
            }
            else
            {
                _entries[key] = entry with { Users = entry.Users - 1 };
            }
        }
    }

    private sealed class Hold(KeyedLock owner, string key, SemaphoreSlim semaphore) : IDisposable
    {
        public void Dispose()
        {
            semaphore.Release();
            owner.Leave(key);
        }
    }
}

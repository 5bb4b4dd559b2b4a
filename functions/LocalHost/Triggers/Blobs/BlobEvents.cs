using System.Collections.Concurrent;

namespace LocalHost.Triggers.Blobs;

/// <summary>Tells the triggers of a blob at once, as Event Grid would; polling finds whatever was written by others.</summary>
public sealed class BlobEvents
{
    private readonly ConcurrentBag<Action<string, BlobVersion>> _listeners = [];

    /// <summary>Tells by name the blobs whose events are lost, as happens in the cloud; neither announced nor found by polling. For tests.</summary>
    public Predicate<string> Loses { get; set; } = _ => false;

    /// <summary>Announces a blob that has just been written.</summary>
    public void BlobCreated(string container, string name, string eTag)
    {
        foreach (Action<string, BlobVersion> listener in _listeners)
        {
            listener(container, new BlobVersion(name, eTag));
        }
    }

    internal void Subscribe(Action<string, BlobVersion> listener) => _listeners.Add(listener);
}

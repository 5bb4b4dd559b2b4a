namespace Azure.Messaging.ServiceBus;

/// <summary>Whether a message is active, deferred or scheduled.</summary>
public enum ServiceBusMessageState
{
    Active = 0,
    Deferred = 1,
    Scheduled = 2,
}

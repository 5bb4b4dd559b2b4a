namespace Ksef.Client;

/// <summary>What proves to KSeF who calls. Never shows its content.</summary>
public abstract record KsefCredential
{
    private protected KsefCredential()
    {
    }

    /// <summary>Tells one credential from another without showing it.</summary>
    internal abstract string Mark { get; }

    /// <summary>The kind of credential only.</summary>
    public sealed override string ToString() => GetType().Name;
}

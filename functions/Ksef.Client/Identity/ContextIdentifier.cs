namespace Ksef.Client;

/// <summary>On whose behalf KSeF is called. Permissions, limits and tokens belong to one context.</summary>
/// <param name="Type">Kind of the identifier.</param>
/// <param name="Value">The identifier itself, without separators.</param>
public sealed record ContextIdentifier(ContextType Type, string Value)
{
    /// <summary>The context of a taxpayer.</summary>
    /// <param name="nip">Ten digits.</param>
    public static ContextIdentifier Nip(string nip) => new(ContextType.Nip, nip);

    /// <summary>Type and value, for logs.</summary>
    public override string ToString() => $"{Type}:{Value}";
}

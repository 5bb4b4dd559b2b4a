namespace LocalHost.Azurite;

/// <summary>Where Azurite's three services listen on loopback; each serves both accounts.</summary>
public sealed record AzuritePorts(int Blob, int Queue, int Table)
{
    /// <summary>Lets the system pick each.</summary>
    public static readonly AzuritePorts Any = new(0, 0, 0);
}

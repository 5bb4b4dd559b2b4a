namespace KsefSimulator.Numbers;

/// <summary>The two letters in a reference number that say what it refers to (facts seen in KSeF's own examples).</summary>
internal static class ReferenceKind
{
    public const string OnlineSession = "SO";
    public const string BatchSession = "SB";
    public const string Invoice = "EE";
    public const string UpoPage = "EU";
    public const string Export = "EH";
    public const string Token = "EC";
    public const string PermissionOperation = "EG";
    public const string Challenge = "CR";
    public const string Authentication = "AU";
}

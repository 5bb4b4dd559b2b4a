using KsefSimulator.Access;

namespace KsefSimulator.Sessions;

/// <summary>Who may send and who may look (open-api.json 2.6, x-required-permissions).</summary>
internal static class SessionPermissions
{
    public static string[] Online { get; } = [Permission.InvoiceWrite, Permission.PefInvoiceWrite, Permission.EnforcementOperations];

    public static string[] Batch { get; } = [Permission.InvoiceWrite, Permission.EnforcementOperations];

    public static string[] Read { get; } = [Permission.InvoiceWrite, Permission.Introspection, Permission.PefInvoiceWrite, Permission.EnforcementOperations];

    /// <summary>Without a supervising permission a caller works only on sessions that it opened itself.</summary>
    public static bool SeesAll(Caller caller) => caller.Has(Permission.Introspection) || caller.Has(Permission.EnforcementOperations);

    public static string[] List { get; } = [Permission.InvoiceWrite, Permission.Introspection, Permission.EnforcementOperations];
}

namespace KsefSimulator.Permissions;

/// <summary>Authorizations that one entity gives another (POST /permissions/authorizations/grants).</summary>
internal static class AuthorizationKind
{
    public const string SelfInvoicing = "SelfInvoicing";
    public const string RrInvoicing = "RRInvoicing";
    public const string TaxRepresentative = "TaxRepresentative";
    public const string PefInvoicing = "PefInvoicing";
}

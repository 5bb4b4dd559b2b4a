namespace KsefSimulator.Access;

/// <summary>KSeF's permissions by name, and what the owner of a context has without being granted it.</summary>
internal static class Permission
{
    public const string Owner = "Owner";
    public const string InvoiceRead = "InvoiceRead";
    public const string InvoiceWrite = "InvoiceWrite";
    public const string PefInvoiceWrite = "PefInvoiceWrite";
    public const string CredentialsRead = "CredentialsRead";
    public const string CredentialsManage = "CredentialsManage";
    public const string SubunitManage = "SubunitManage";
    public const string EnforcementOperations = "EnforcementOperations";
    public const string Introspection = "Introspection";
    public const string VatUeManage = "VatUeManage";

    /// <summary>What a KSeF token can be issued for.</summary>
    public static IReadOnlyList<string> OfTokens { get; } =
        [InvoiceRead, InvoiceWrite, CredentialsRead, CredentialsManage, SubunitManage, EnforcementOperations, Introspection];

    public static IReadOnlyList<string> OfOwner { get; } =
        [InvoiceRead, InvoiceWrite, PefInvoiceWrite, CredentialsRead, CredentialsManage, SubunitManage, Introspection, VatUeManage];
}

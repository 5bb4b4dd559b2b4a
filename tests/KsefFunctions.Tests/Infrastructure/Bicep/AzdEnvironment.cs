namespace KsefFunctions.Tests.Infrastructure.Bicep;

/// <summary>Variables of the azd environments for which the tests work out what would be made.</summary>
internal static class AzdEnvironment
{
    public const string Subscription = "00000000-0000-0000-0000-000000000001";
    public const string Tenant = "00000000-0000-0000-0000-000000000002";
    public const string OperatorsGroup = "00000000-0000-0000-0000-000000000003";
    public const string ErpPrincipal = "00000000-0000-0000-0000-000000000004";
    public const string RespondersGroup = "00000000-0000-0000-0000-000000000006";
    public const string ErpOfTwoCompanies = "00000000-0000-0000-0000-000000000007";
    public const string ErpOfOneCompany = "00000000-0000-0000-0000-000000000008";

    /// <summary>Nothing is set but the name: every switch is as it comes.</summary>
    public static IReadOnlyDictionary<string, string> Test { get; } = Named("test");

    /// <inheritdoc cref="Test"/>
    public static IReadOnlyDictionary<string, string> Demo { get; } = Named("demo");

    /// <summary>Production with every switch on, so that everything which can be made is.</summary>
    public static IReadOnlyDictionary<string, string> Prod { get; } = Named(
        "production",
        ("KSEF_ALLOW_PRODUCTION", "true"),
        ("KSEF_PRIVATE_NETWORKING", "true"),
        ("KSEF_ARCHIVE_RETENTION_DAYS", "3653"),
        ("KSEF_ALERT_EMAIL", "operations@example.com"),
        ("KSEF_APPROVAL_EMAIL", "accounting@example.com"),
        ("KSEF_DASHBOARD_CLIENT_ID", "00000000-0000-0000-0000-000000000005"),
        ("KSEF_OPERATORS_GROUP_ID", OperatorsGroup),
        ("KSEF_ERP_PRINCIPAL_ID", ErpPrincipal),
        ("KSEF_RESPONDERS_GROUP_ID", RespondersGroup),
        ("KSEF_ERP_PRINCIPALS", $"{ErpOfTwoCompanies}=1111111111,{ErpOfOneCompany}=3333333333,{ErpOfTwoCompanies}=2222222222"),
        ("KSEF_ERP_ADDRESSES", "192.0.2.1,192.0.2.2"));

    public static IReadOnlyDictionary<string, string> Named(string name, params (string Name, string Value)[] variables) =>
        variables.Append(("AZURE_ENV_NAME", name)).ToDictionary(variable => variable.Item1, variable => variable.Item2);
}

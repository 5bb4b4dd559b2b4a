namespace KsefSimulator.Permissions;

/// <summary>An entity made by POST /testdata/subject: <c>EnforcementAuthority</c>, <c>VatGroup</c> or <c>JST</c>, the latter two with subunits.</summary>
internal sealed record TestSubject(string Nip, string Type, string Description, IReadOnlyList<TestSubunit> Subunits, DateTimeOffset CreatedDate)
{
    public const string EnforcementAuthority = "EnforcementAuthority";
    public const string VatGroup = "VatGroup";
    public const string Jst = "JST";
}

internal sealed record TestSubunit(string Nip, string Description);

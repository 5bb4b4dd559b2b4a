namespace Ksef.Mapping;

/// <summary>What a company says of itself once (<c>company.json</c>): it fills what its files do not say.</summary>
public sealed record CompanyProfile
{
    /// <summary>A profile that says nothing.</summary>
    public static CompanyProfile Empty { get; } = new();

    /// <summary>How the number comes out of an export that writes it in its own way.</summary>
    public NumberRule NumberRule { get; init; }
}

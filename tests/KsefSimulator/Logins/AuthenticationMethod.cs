namespace KsefSimulator.Logins;

/// <summary>How somebody logged in, in the old one-word form and in the new three-part form (KSeF API 2.6, AuthenticationMethodInfo).</summary>
internal sealed record AuthenticationMethod(string Name, string Category, string Code, string DisplayName)
{
    public static AuthenticationMethod Token { get; } = new("Token", "Token", "token.ksef", "Token KSeF");

    public static AuthenticationMethod InternalCertificate { get; } = new("InternalCertificate", "XadesSignature", "xades.ksef-certificate", "Certyfikat KSeF");

    public static AuthenticationMethod QualifiedSignature { get; } = new("QualifiedSignature", "XadesSignature", "xades.qualified-signature", "Podpis kwalifikowany");

    public static AuthenticationMethod QualifiedSeal { get; } = new("QualifiedSeal", "XadesSignature", "xades.qualified-seal", "Pieczęć kwalifikowana");
}

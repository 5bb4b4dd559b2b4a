using KsefFunctions.Settings;

namespace KsefFunctions.Certificates;

/// <summary>What a credential shall serve for.</summary>
/// <param name="Nip">The company in whose name KSeF is called.</param>
/// <param name="Environment">Which KSeF.</param>
/// <param name="Marks">What the operator said of the credential.</param>
public sealed record CredentialUse(string Nip, TargetEnvironment Environment, CredentialMarks Marks);

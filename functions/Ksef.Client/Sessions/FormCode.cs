namespace Ksef.Client;

/// <summary>Which invoice schema a session takes; all its invoices have it. Source: KSeF API 2.6, schema FormCode.</summary>
/// <param name="SystemCode">For example <c>FA (3)</c>, with the space.</param>
/// <param name="SchemaVersion">For example <c>1-0E</c>.</param>
/// <param name="Value">For example <c>FA</c>.</param>
public sealed record FormCode(string SystemCode, string SchemaVersion, string Value);

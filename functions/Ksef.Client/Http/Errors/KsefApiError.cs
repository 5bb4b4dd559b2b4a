namespace Ksef.Client;

/// <summary>One error inside a refusal. Source: KSeF API 2.6, schemas ApiError and ExceptionDetails.</summary>
/// <param name="Code">KSeF's exception code, for example 21405; the tables of facts are per endpoint.</param>
/// <param name="Description">The general sentence that belongs to the code, in Polish.</param>
/// <param name="Details">What exactly was wrong. May quote values of the request: not for logs.</param>
public sealed record KsefApiError(int Code, string Description, IReadOnlyList<string> Details);

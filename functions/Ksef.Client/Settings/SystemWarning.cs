namespace Ksef.Client;

/// <summary>
/// A technical warning that KSeF attaches to a successful answer, often long before it turns into an error. The list of codes is not
/// published. Source: KSeF API 2.6, header X-System-Warning.
/// </summary>
/// <param name="Code">For example <c>sig-001</c>; empty when the header has another form.</param>
/// <param name="Message">KSeF's sentence, in ASCII.</param>
/// <param name="Operation">Method and path template of the call.</param>
public sealed record SystemWarning(string Code, string Message, string Operation);

using Ksef.Client;
using KsefFunctions.Files;

namespace KsefFunctions.Validation;

/// <summary>One to ten thousand invoices that go in one KSeF session.</summary>
/// <param name="Key">Names the submission within its file; rows refer to it.</param>
/// <param name="Kind">Way of sending.</param>
/// <param name="Form">Form code that the session is opened with; KSeF takes one per session.</param>
public sealed record SubmissionPlan(string Key, SessionKind Kind, FormCode Form);

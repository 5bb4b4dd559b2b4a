namespace KsefSimulator.Http;

/// <summary>KSeF's status triple. Codes mean different things for sessions, authentication, exports and enrolments.</summary>
internal sealed record StatusInfo(int Code, string Description, IReadOnlyList<string>? Details = null);

namespace KsefFunctions.Files;

/// <summary>Who let a file go out, or held it back, and when.</summary>
/// <param name="Approved">False: refused.</param>
/// <param name="By">Name of the signed-in person, or what the caller of the API gave.</param>
/// <param name="At">When the decision arrived.</param>
/// <param name="Comment">Reason in the person's own words.</param>
public sealed record ApprovalRecord(bool Approved, string By, DateTimeOffset At, string? Comment);

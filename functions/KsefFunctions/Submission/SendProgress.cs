namespace KsefFunctions.Submission;

/// <summary>How far the sending of an online session got.</summary>
/// <param name="Paused">
/// True when the step ended on a clear refusal and its list is complete. False while it runs: found like that by another
/// run, it means that the step was cut off and that one more invoice than listed may be at KSeF.
/// </param>
/// <param name="Sent">Ordinals of the invoices that KSeF confirmed.</param>
public sealed record SendProgress(bool Paused, IReadOnlyList<int> Sent);

namespace KsefFunctions.Evidence;

/// <summary>One answer of KSeF, as evidence; its body is written beside it.</summary>
/// <param name="At">When it arrived.</param>
/// <param name="Method">HTTP method of the call.</param>
/// <param name="Path">Path of the call, without query.</param>
/// <param name="Status">HTTP status; null when no answer came.</param>
internal sealed record KsefAnswer(DateTimeOffset At, string Method, string Path, int? Status);

namespace SampleInvoices;

/// <summary>What a correcting invoice corrects.</summary>
/// <param name="Number">Number of the corrected invoice.</param>
/// <param name="IssueDate">Its date of issue.</param>
/// <param name="KsefNumber">Its KSeF number, or <see langword="null"/> when it was issued outside KSeF.</param>
/// <param name="Reason">Reason of the correction (PrzyczynaKorekty).</param>
public sealed record SampleCorrection(string Number, DateOnly IssueDate, string? KsefNumber = null, string Reason = "Zwrot części towaru");

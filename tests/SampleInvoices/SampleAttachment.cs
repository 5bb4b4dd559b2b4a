namespace SampleInvoices;

/// <summary>An attachment (Zalacznik): one table of readings.</summary>
/// <param name="Rows">Number of rows, from 1 to 1,000 a table; more make more tables.</param>
public sealed record SampleAttachment(int Rows = 3);

namespace KsefSimulator.Upo;

/// <summary>A page of a session's UPO: which of how many, and which invoices it lists (counted from 1, both ends included).</summary>
internal sealed record UpoRange(int Page, int Pages, int From, int To, int Total);

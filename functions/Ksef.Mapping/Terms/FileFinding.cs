namespace Ksef.Mapping;

/// <summary>Something found that belongs to no invoice: the file as a whole, a row that cannot be assigned. An error of the file ends the reading.</summary>
/// <param name="Finding">What was found.</param>
public sealed record FileFinding(DataFinding Finding) : DataItem;

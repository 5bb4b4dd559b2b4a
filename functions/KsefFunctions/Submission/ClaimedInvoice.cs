using KsefFunctions.Files;

namespace KsefFunctions.Submission;

/// <summary>An invoice that goes in a consignment.</summary>
/// <param name="Number">Place in the consignment, from 1.</param>
/// <param name="File">Its file, without what is in it.</param>
/// <param name="Ordinal">Its row in the file.</param>
/// <param name="Hash">SHA-256 of its bytes, Base64.</param>
public sealed record ClaimedInvoice(int Number, FileReference File, int Ordinal, string Hash);

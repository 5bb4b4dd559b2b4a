namespace Ksef.Invoices;

/// <summary>A field in which two invoices say different things.</summary>
/// <param name="Path">The field, such as <c>Faktura/Fa/FaWiersz[2]/P_9A</c>: elements by their names, the second and later ones of a name with their position; attributes begin with <c>@</c>.</param>
/// <param name="Before">What the first invoice says; <see langword="null"/> when it lacks the field.</param>
/// <param name="After">What the second one says; <see langword="null"/> when it lacks the field.</param>
public sealed record InvoiceDifference(string Path, string? Before, string? After);

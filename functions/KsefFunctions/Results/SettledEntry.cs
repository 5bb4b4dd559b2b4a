namespace KsefFunctions.Results;

/// <summary>A result that was written, for the list of its day.</summary>
/// <param name="Nip">The company.</param>
/// <param name="Day">Day of the drop, in Poland.</param>
/// <param name="Line">What the list says of it.</param>
public sealed record SettledEntry(string Nip, DateOnly Day, SettledLine Line);

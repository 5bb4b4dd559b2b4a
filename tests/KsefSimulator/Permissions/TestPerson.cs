namespace KsefSimulator.Permissions;

/// <summary>A natural person made by POST /testdata/person: the NIP and the PESEL are the same person.</summary>
internal sealed record TestPerson(string Nip, string Pesel, bool IsBailiff, string Description, DateTimeOffset CreatedDate, bool IsDeceased = false);

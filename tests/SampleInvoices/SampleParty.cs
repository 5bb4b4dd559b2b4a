namespace SampleInvoices;

/// <summary>A company or person on a sample invoice.</summary>
/// <param name="Nip">NIP, or <see langword="null"/> for a consumer without one.</param>
/// <param name="Name">Full name.</param>
/// <param name="AddressLine1">Street and number.</param>
/// <param name="AddressLine2">Postal code and town.</param>
public sealed record SampleParty(string? Nip, string Name, string AddressLine1, string AddressLine2)
{
    public static SampleParty Seller { get; } = new(SampleNips.Seller, "Młyn Pod Lipami sp. z o.o.", "ul. Zbożowa 12", "10-001 Olsztyn");

    public static SampleParty Buyer { get; } = new(SampleNips.Buyer, "Piekarnia Złoty Kłos s.c.", "ul. Rynkowa 3/4", "62-200 Gniezno");

    public static SampleParty Farmer { get; } = new(SampleNips.Farmer, "Gospodarstwo Rolne Dolina Narwi", "Stare Łąki 7", "18-400 Łomża");

    public static SampleParty PublicBody { get; } = new(SampleNips.PublicBody, "Gmina Zielone Wzgórza", "pl. Ratuszowy 1", "16-050 Zielone Wzgórza");

    public static SampleParty Consumer { get; } = new(null, "Klient detaliczny", "ul. Polna 5", "00-950 Warszawa");
}

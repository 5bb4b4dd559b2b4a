using System.Globalization;

namespace KsefSimulator.Invoices.Verification;

/// <summary>A party of an FA invoice: Podmiot1, Podmiot2, Podmiot3, PodmiotUpowazniony.</summary>
internal sealed class PartyFacts
{
    private string? _internalId;
    private string? _vatCountry;
    private string? _vatNumber;
    private string? _otherId;
    private int _role;

    public string? Nip { get; private set; }

    public string? Name { get; private set; }

    public PartyIdentifier Identifier =>
        Nip is not null ? new PartyIdentifier("Nip", Nip)
        : _internalId is not null ? new PartyIdentifier("InternalId", _internalId)
        : _vatNumber is not null ? new PartyIdentifier("VatUe", _vatCountry + _vatNumber)
        : _otherId is not null ? new PartyIdentifier("Other", _otherId)
        : PartyIdentifier.None;

    public void Text(ReadOnlySpan<char> name, string value)
    {
        switch (name)
        {
            case "DaneIdentyfikacyjne/NIP":
                Nip = value;
                break;
            case "DaneIdentyfikacyjne/Nazwa":
                Name = value;
                break;
            case "DaneIdentyfikacyjne/IDWew":
                _internalId = value;
                break;
            case "DaneIdentyfikacyjne/KodUE":
                _vatCountry = value;
                break;
            case "DaneIdentyfikacyjne/NrVatUE":
                _vatNumber = value;
                break;
            case "DaneIdentyfikacyjne/NrID":
                _otherId = value;
                break;
            case "Rola" or "RolaPU":
                _role = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var role) ? role : 0;
                break;
        }
    }

    public ThirdParty AsThirdParty() => new(Identifier, Name, _role);
}

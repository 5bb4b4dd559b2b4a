namespace Ksef.Mapping.Epp;

/// <summary>What a file says of itself and its sender. Source: InsERT, "Struktura danych EDI++" 1.11, table 2.</summary>
internal sealed record EppInfo(EppRecord Record, EppCodePage CodePage)
{
    /// <summary>Name of the section.</summary>
    public const string Section = "[INFO]";

    /// <summary>Fields of the section, in every version seen.</summary>
    public const int Fields = 24;

    /// <summary>The purpose that carries sums by VAT rate in place of goods.</summary>
    public const string OfficePurpose = "0";

    public static readonly EppPosition PurposePosition = new(2, "cel komunikacji");
    public static readonly EppPosition CodePagePosition = new(3, "strona kodowa");
    public static readonly EppPosition ProgramPosition = new(4, "informacja o programie");
    public static readonly EppPosition NipPosition = new(11, "NIP nadawcy");

    /// <summary>The program that wrote the file.</summary>
    public string Program => Record[ProgramPosition.Number];

    /// <summary>The sender's NIP without dashes and blanks; empty when the file has none.</summary>
    public string Nip
    {
        get
        {
            var digits = string.Concat(Record[NipPosition.Number].Where(character => character is not ('-' or ' ')));
            return digits.StartsWith("PL", StringComparison.OrdinalIgnoreCase) ? digits[2..] : digits;
        }
    }

    /// <summary>Where a position stands.</summary>
    public DataPlace At(EppPosition position) => new(Section, Record.Line, position.Number, position.Name);
}

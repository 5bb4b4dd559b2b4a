using Ksef.Invoices;
using static Ksef.Invoices.Define;

namespace Ksef.Mapping;

/// <summary>KSF-1510 to 1529: what is wrong with a single value.</summary>
internal static class ValueFindings
{
    public static readonly FindingDefinition NotANumber = Error("KSF-1510",
        new("W polu {field} jest „{value}”, a to nie jest liczba.",
            "The field {field} holds \"{value}\", which is not a number."),
        new("Popraw wartość. Tysiące może oddzielać spacja, grosze przecinek albo kropka.",
            "Correct the value. A space may separate thousands, a comma or a point the decimals."));

    public static readonly FindingDefinition TwoReadings = Error("KSF-1511",
        new("Wartość „{value}” w polu {field} można odczytać na dwa sposoby: {first} albo {second}.",
            "The value \"{value}\" of the field {field} has two readings: {first} or {second}."),
        new("Podaj w mapping.json, czy grosze oddziela przecinek, czy kropka (decimalSign).",
            "Say in mapping.json whether a comma or a point is the decimal sign (decimalSign)."));

    public static readonly FindingDefinition TooManyDecimals = Error("KSF-1512",
        new("Wartość „{value}” w polu {field} ma więcej miejsc po przecinku niż {limit}.",
            "The value \"{value}\" of the field {field} has more than {limit} decimals."),
        new("Zaokrąglij wartość w programie lub arkuszu.",
            "Round the value in your system or sheet."));

    public static readonly FindingDefinition NotADate = Error("KSF-1513",
        new("W polu {field} jest „{value}”, a to nie jest data w znanym zapisie.",
            "The field {field} holds \"{value}\", which is not a date in a known form."),
        new("Podaj datę jako RRRR-MM-DD albo DD.MM.RRRR. Inny zapis opisz w mapping.json (dateFormats).",
            "Give the date as YYYY-MM-DD or DD.MM.YYYY. Describe another form in mapping.json (dateFormats)."));

    public static readonly FindingDefinition DateOutOfRange = Error("KSF-1514",
        new("Data {value} w polu {field} jest poza zakresem od {first} do {last}.",
            "The date {value} in the field {field} is outside {first} to {last}."),
        new("Popraw datę.",
            "Correct the date."));

    public static readonly FindingDefinition NotAFlag = Error("KSF-1515",
        new("W polu {field} jest „{value}”, a oczekiwano tak albo nie.",
            "The field {field} holds \"{value}\"; expected yes or no."),
        new("Wpisz tak albo nie (też: true, false, 1, 0).",
            "Write yes or no (also: true, false, 1, 0)."));

    public static readonly FindingDefinition UnknownCode = Error("KSF-1516",
        new("Słowo „{value}” w polu {field} nie jest znane. Znane są: {known}.",
            "The word \"{value}\" in the field {field} is not known. Known are: {known}."),
        new("Popraw wartość albo opisz ją w mapping.json (codes).",
            "Correct the value, or describe it in mapping.json (codes)."));

    public static readonly FindingDefinition ErrorValue = Error("KSF-1517",
        new("W polu {field} jest błąd arkusza {value}, a nie wartość.",
            "The field {field} holds the sheet's error {value} instead of a value."),
        new("Popraw formułę w arkuszu.",
            "Correct the formula in the sheet."));

    public static readonly FindingDefinition WrongNip = Error("KSF-1518",
        new("NIP „{value}” w polu {field} jest błędny: ma złą liczbę cyfr albo nie zgadza się cyfra kontrolna.",
            "The NIP \"{value}\" in the field {field} is not valid: the number of digits or the check digit is wrong."),
        new("Sprawdź NIP w wykazie podatników VAT i popraw go.",
            "Look the NIP up in the register of VAT payers and correct it."));

    public static readonly FindingDefinition WrongTaxNumber = Error("KSF-1519",
        new("Numer „{value}” w polu {field} nie jest ani NIP, ani numerem VAT UE z kodem kraju. Inny numer podaje się w polu {other}.",
            "The number \"{value}\" in the field {field} is neither a NIP nor an EU VAT number with its country. Another number goes into the field {other}."),
        new("Podaj NIP, numer VAT UE z kodem kraju albo inny numer w jego polu. Kraj nabywcy, którego plik nie mówi, można wpisać w mapping.json (defaults, nabywca_kraj).",
            "Give a NIP, an EU VAT number with its country, or another number in its own field. A buyer's country that the file does not say may stand in mapping.json (defaults, buyer_country)."));

    public static readonly FindingDefinition WrongAccount = Error("KSF-1520",
        new("Numer rachunku „{value}” w polu {field} jest błędny: {reason}.",
            "The account number \"{value}\" in the field {field} is not valid: {reason}."),
        new("Przepisz numer rachunku. W arkuszu musi być zapisany jako tekst.",
            "Copy the account number again. In a sheet it must be stored as text."));

    public static readonly FindingDefinition WrongCountry = Error("KSF-1521",
        new("„{value}” w polu {field} nie jest kodem kraju (dwie litery).",
            "\"{value}\" in the field {field} is not the code of a country (two letters)."),
        new("Podaj kod kraju, na przykład PL, albo opisz słowo w mapping.json (codes).",
            "Give the code, such as PL, or describe the word in mapping.json (codes)."));

    public static readonly FindingDefinition WrongCurrency = Error("KSF-1522",
        new("„{value}” w polu {field} nie jest kodem waluty (trzy litery).",
            "\"{value}\" in the field {field} is not the code of a currency (three letters)."),
        new("Podaj kod waluty, na przykład PLN, albo opisz słowo w mapping.json (codes).",
            "Give the code, such as PLN, or describe the word in mapping.json (codes)."));

    public static readonly FindingDefinition WrongKsefNumber = Error("KSF-1523",
        new("Numer KSeF „{value}” w polu {field} jest błędny.",
            "The KSeF number \"{value}\" in the field {field} is not valid."),
        new("Przepisz numer KSeF jeszcze raz.",
            "Copy the KSeF number again."));

    public static readonly FindingDefinition UnknownRate = Error("KSF-1524",
        new("Stawka VAT „{value}” w polu {field} nie jest znana.",
            "The VAT rate \"{value}\" in the field {field} is not known."),
        new("Użyj jednej ze stawek: 23, 22, 8, 7, 5, 4, 3, 0 KR, 0 WDT, 0 EX, zw, oo, np I, np II, marża, albo opisz swoją w mapping.json (codes).",
            "Use one of 23, 22, 8, 7, 5, 4, 3, 0 KR, 0 WDT, 0 EX, zw, oo, np I, np II, margin, or describe yours in mapping.json (codes)."));

    public static readonly FindingDefinition OtherUnit = Error("KSF-1525",
        new("Przy liczbie „{value}” w polu {field} stoi „{unit}”, a oczekiwano: {expected}.",
            "Beside the number \"{value}\" in the field {field} stands \"{unit}\"; expected: {expected}."),
        new("Popraw wartość albo walutę faktury.",
            "Correct the value, or the currency of the invoice."));

    public static readonly FindingDefinition Missing = Error("KSF-1526",
        new("Brakuje wartości pola {field}.",
            "The field {field} has no value."),
        new("Uzupełnij pole w danych, w profilu firmy albo w mapping.json (defaults).",
            "Give it in the data, in the company profile or in mapping.json (defaults)."));

    public static readonly FindingDefinition TooLong = Error("KSF-1527",
        new("Tekst w polu {field} ma {length} znaków, a może mieć najwyżej {limit}.",
            "The text of the field {field} has {length} characters; at most {limit} are allowed."),
        new("Skróć tekst.",
            "Shorten the text."));

    public static readonly FindingDefinition ForbiddenCharacter = Error("KSF-1528",
        new("Tekst w polu {field} zawiera znak niedozwolony w fakturze (U+{code}).",
            "The text of the field {field} contains a character that no invoice may hold (U+{code})."),
        new("Usuń ten znak.",
            "Remove the character."));

    public static readonly FindingDefinition OutOfRange = Error("KSF-1529",
        new("Wartość „{value}” w polu {field} jest poza dozwolonym zakresem.",
            "The value \"{value}\" of the field {field} is out of range."),
        new("Popraw wartość.",
            "Correct the value."));

    public static IReadOnlyList<FindingDefinition> All { get; } =
    [
        NotANumber, TwoReadings, TooManyDecimals, NotADate, DateOutOfRange, NotAFlag, UnknownCode, ErrorValue, WrongNip, WrongTaxNumber, WrongAccount,
        WrongCountry, WrongCurrency, WrongKsefNumber, UnknownRate, OtherUnit, Missing, TooLong, ForbiddenCharacter, OutOfRange,
    ];
}

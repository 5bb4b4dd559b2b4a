using static Ksef.Invoices.Define;

namespace Ksef.Invoices;

/// <summary>KSF-12xx: what breaks the schema (the Ministry's XSD), in a bookkeeper's words.</summary>
internal static class StructureFindings
{
    private static readonly Words Complete = new("Uzupełnij to pole w programie i wyeksportuj fakturę ponownie.", "Fill in this field in your system and export the invoice again.");
    private static readonly Words Correct = new("Popraw wartość w programie i wyeksportuj fakturę ponownie.", "Correct the value in your system and export the invoice again.");
    private static readonly Words Supplier = new("To błąd programu, który utworzył plik. Zgłoś go dostawcy programu.", "This is an error in the system that created the file. Report it to its supplier.");

    public static readonly FindingDefinition Missing = Error("KSF-1201",
        new("W części {parent} brakuje wymaganego pola {field}.", "The required field {field} is missing in {parent}."), Complete);

    public static readonly FindingDefinition MissingOneOf = Error("KSF-1202",
        new("W części {parent} brakuje jednego z pól: {fields}.", "One of these fields is missing in {parent}: {fields}."), Complete);

    public static readonly FindingDefinition OutOfOrder = Error("KSF-1203",
        new("Pole {field} stoi w niewłaściwym miejscu części {parent}: powinno być {place}.",
            "The field {field} is in the wrong place in {parent}: it belongs {place}."), Supplier);

    public static readonly FindingDefinition UnknownField = Error("KSF-1204",
        new("Pole {field} nie występuje w części {parent} wzoru {schema}.", "The schema {schema} has no field {field} in {parent}."), Supplier);

    public static readonly FindingDefinition TooMany = Error("KSF-1205",
        new("Pole {field} powtarza się w części {parent} więcej razy, niż wolno ({limit}).",
            "The field {field} occurs in {parent} more often than allowed ({limit})."), Correct);

    public static readonly FindingDefinition FieldNamespace = Error("KSF-1206",
        new("Pole {field} ma niewłaściwą przestrzeń nazw: {namespace}.", "The field {field} has the wrong namespace: {namespace}."), Supplier);

    public static readonly FindingDefinition NotHere = Error("KSF-1207",
        new("Pole {field} nie może wystąpić w tym miejscu części {parent}: {reason}.",
            "The field {field} is not allowed at this point in {parent}: {reason}."), Supplier);

    public static readonly FindingDefinition EmptyValue = Error("KSF-1208",
        new("Pole {field} jest puste.", "The field {field} is empty."),
        new("Uzupełnij to pole albo, jeśli nie jest wymagane, pomiń je w eksporcie.", "Fill in the field or, where it is optional, leave it out of the export."));

    public static readonly FindingDefinition TooLong = Error("KSF-1209",
        new("Pole {field} jest za długie. Liczba znaków: {length}, dozwolona: {limit}.", "The field {field} is too long: {length} characters, {limit} allowed."), Correct);

    public static readonly FindingDefinition TooShort = Error("KSF-1210",
        new("Pole {field} jest za krótkie. Liczba znaków: {length}, wymagana: {limit}.", "The field {field} is too short: {length} characters, {limit} needed."), Correct);

    public static readonly FindingDefinition ValueNotAllowed = Error("KSF-1211",
        new("Pole {field} ma wartość „{value}”.{hint} Dozwolone wartości: {allowed}.", "The field {field} has the value \"{value}\".{hint} Allowed values: {allowed}."), Correct);

    public static readonly FindingDefinition Spaces = Error("KSF-1212",
        new("Pole {field} ma zbędne spacje przed wartością „{value}” lub po niej.", "The field {field} has unnecessary spaces before or after its value \"{value}\"."), Correct);

    public static readonly FindingDefinition NipForm = Error("KSF-1213",
        new("Wartość „{value}” pola {field} nie ma postaci NIP-u.{hint} NIP to 10 cyfr, bez kresek, spacji i przedrostka PL, a pierwsza nie jest zerem.",
            "The value \"{value}\" of the field {field} does not have the form of a NIP.{hint} A NIP is 10 digits without dashes, spaces or the prefix PL, and does not start with a zero."), Correct);

    public static readonly FindingDefinition Date = Error("KSF-1214",
        new("Pole {field} ma wartość „{value}”, która nie jest datą w postaci RRRR-MM-DD.{hint}", "The field {field} has the value \"{value}\", which is not a date of the form YYYY-MM-DD.{hint}"), Correct);

    public static readonly FindingDefinition DateAndTime = Error("KSF-1215",
        new("Pole {field} ma wartość „{value}”, która nie jest datą i godziną w postaci RRRR-MM-DDTGG:MM:SSZ.",
            "The field {field} has the value \"{value}\", which is not a date and time of the form YYYY-MM-DDTHH:MM:SSZ."), Supplier);

    public static readonly FindingDefinition DateRange = Error("KSF-1216",
        new("Pole {field} ma datę {value} spoza dozwolonego zakresu ({range}).", "The field {field} has the date {value}, which is out of range ({range})."), Correct);

    public static readonly FindingDefinition Number = Error("KSF-1217",
        new("Pole {field} ma wartość „{value}”, która nie jest poprawnie zapisaną liczbą.{hint} Liczby zapisuje się z kropką, bez spacji i bez zer na początku, na przykład 1234.56.",
            "The field {field} has the value \"{value}\", which is not a properly written number.{hint} Numbers have a decimal point, no spaces and no leading zeros, such as 1234.56."), Correct);

    public static readonly FindingDefinition Decimals = Error("KSF-1218",
        new("Pole {field} ma wartość „{value}”. Dozwolona liczba miejsc po kropce: {limit}.", "The field {field} has the value \"{value}\". Decimal places allowed: {limit}."),
        new("Zaokrąglij wartość w programie i wyeksportuj fakturę ponownie.", "Round the value in your system and export the invoice again."));

    public static readonly FindingDefinition NumberRange = Error("KSF-1219",
        new("Pole {field} ma wartość {value} spoza dozwolonego zakresu ({range}).", "The field {field} has the value {value}, which is out of range ({range})."), Correct);

    public static readonly FindingDefinition Form = Error("KSF-1220",
        new("Pole {field} ma wartość „{value}” w niewłaściwej postaci.{form}", "The value \"{value}\" of the field {field} has the wrong form.{form}"), Correct);

    public static readonly FindingDefinition AttributeMissing = Error("KSF-1221",
        new("Przy polu {field} brakuje atrybutu {attribute}.", "The field {field} is missing its attribute {attribute}."), Supplier);

    public static readonly FindingDefinition AttributeValue = Error("KSF-1222",
        new("Atrybut {attribute} pola {field} ma niedozwoloną wartość „{value}”.{allowed}", "The attribute {attribute} of the field {field} has the value \"{value}\", which is not allowed.{allowed}"), Supplier);

    public static readonly FindingDefinition AttributeUnknown = Error("KSF-1223",
        new("Pole {field} nie może mieć atrybutu {attribute}.", "The field {field} cannot have an attribute {attribute}."), Supplier);

    public static readonly FindingDefinition Text = Error("KSF-1224",
        new("W części {field} stoi tekst „{value}”, a mogą w niej być tylko pola.", "{field} contains the text \"{value}\", but may contain only fields."), Supplier);

    public static readonly FindingDefinition FieldInValue = Error("KSF-1225",
        new("Pole {field} powinno zawierać samą wartość, a zawiera element {child}.", "The field {field} should contain only a value, but contains the element {child}."), Supplier);

    public static readonly FindingDefinition Other = Error("KSF-1226",
        new("Pole {field} nie jest zgodne ze wzorem {schema}.", "The field {field} does not conform to the schema {schema}."), Supplier);

    public static readonly FindingDefinition MissingBefore = Error("KSF-1227",
        new("W części {parent} przed polem {other} brakuje pola {field}: podaje się je razem.",
            "{field} is missing before {other} in {parent}: they must be given together."), Complete);

    public static readonly FindingDefinition NothingChosen = Error("KSF-1228",
        new("Część {parent} jest pusta: nic w niej nie wybrano. Do wyboru: {fields}.",
            "{parent} is empty: nothing has been chosen in it. Choose one of: {fields}."), Complete);

    public static readonly FindingDefinition FieldCase = Error("KSF-1229",
        new("Pole {field} części {parent} trzeba zapisać jako {expected}: wielkość liter ma znaczenie.",
            "The field {field} in {parent} must be written {expected}; names are case-sensitive."), Supplier);

    public static readonly FindingDefinition InvisibleText = Error("KSF-1230",
        new("W części {parent} stoi {place} niewidoczny znak {character}, a mogą w niej być tylko pola.",
            "There is an invisible character, {character}, {place} in {parent}, which may contain only fields."), Supplier);

    public static readonly FindingDefinition InstanceAttribute = Error("KSF-1231",
        new("Pole {field} ma atrybut {attribute} o wartości „{value}”, którego wzór w tym polu nie dopuszcza.",
            "The field {field} has the attribute {attribute} with the value \"{value}\", which the schema does not allow on it."),
        new("Usuń ten atrybut z eksportu, a pole bez wartości pomiń.", "Remove the attribute from the export, and leave out a field that has no value."));

    public static readonly FindingDefinition EuNumber = Error("KSF-1232",
        new("W polu {field} stoi numer VAT UE „{value}”, a nie NIP. Taki numer podaje się w dwóch polach: KodUE = {prefix} i NrVatUE = {number}.",
            "The field {field} contains the EU VAT number \"{value}\", not a NIP. Such a number goes into two fields: KodUE = {prefix} and NrVatUE = {number}."), Correct);

    public static readonly FindingDefinition TooManyDigits = Error("KSF-1233",
        new("Liczba w polu {field} ma za dużo cyfr ({digits}). Dozwolone: {limit}.", "The number in the field {field} has too many digits ({digits}). Allowed: {limit}."), Correct);

    public static readonly FindingDefinition OnlySpaces = Error("KSF-1234",
        new("Pole {field} zawiera same spacje: {advice}.", "The field {field} holds only spaces; {advice}."), Correct);

    public static readonly FindingDefinition InvisibleInValue = Error("KSF-1235",
        new("Pole {field} ma w wartości „{value}” niewidoczny znak {character}.", "The value \"{value}\" of the field {field} contains an invisible character, {character}."),
        new("Taki znak trafia do danych przez wklejanie tekstu. Wpisz wartość od nowa w programie i wyeksportuj fakturę ponownie.",
            "Such characters get into data through pasting. Type the value again in your system and export the invoice again."));

    public static readonly FindingDefinition MoreFindings = Error("KSF-1290",
        new("Plik zawiera więcej błędów, niż tu pokazano ({count}).", "The file has more errors than are shown here ({count})."),
        new("Popraw pokazane błędy i wyślij plik ponownie; pozostałe zwykle mają tę samą przyczynę.", "Correct the errors shown and send the file again; the others usually have the same cause."));

    public static IReadOnlyList<FindingDefinition> All { get; } =
    [
        Missing, MissingOneOf, OutOfOrder, UnknownField, TooMany, FieldNamespace, NotHere, EmptyValue, TooLong, TooShort, ValueNotAllowed, Spaces, NipForm, Date, DateAndTime,
        DateRange, Number, Decimals, NumberRange, Form, AttributeMissing, AttributeValue, AttributeUnknown, Text, FieldInValue, Other,
        MissingBefore, NothingChosen, FieldCase, InvisibleText, InstanceAttribute,
        EuNumber, TooManyDigits, OnlySpaces, InvisibleInValue, MoreFindings,
    ];
}

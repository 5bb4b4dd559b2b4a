namespace Ksef.Mapping.Tests;

/// <summary>Invoices of the simple JSON with the usual head.</summary>
internal static class SimpleJson
{
    private const string Head = """
        "numer": "F/1", "data_wystawienia": "2026-10-05", "nabywca": { "nip": "2222222222", "nazwa": "Odbiorca S.A.", "adres_1": "ul. Druga 2, 00-002 Warszawa" }
        """;

    /// <summary>An invoice with further members, given without braces.</summary>
    public static string Invoice(string members) => $$"""{ {{Head}}, {{members}} }""";

    /// <summary>An invoice of one line of 100.00 net at 23 % with further members.</summary>
    public static string OneLine(string members) => Invoice($$"""
        "pozycje": [ { "nazwa": "Towar", "ilosc": 1, "jednostka": "szt.", "cena_netto": 100, "stawka_vat": "23" } ], {{members}}
        """);
}

using KsefSimulator.Http;

namespace KsefSimulator.Invoices.Exports;

/// <summary>The exception codes of exports.</summary>
internal static class ExportRefusals
{
    public static KsefRefusal NotFound() => new(21175, "Wynik zapytania o podanym identyfikatorze nie istnieje.");

    public static KsefRefusal TooManyRunning(int limit) => new(
        21182,
        "Osiągnięto limit trwających eksportów.",
        $"Dla uwierzytelnionego podmiotu w bieżącym kontekście osiągnięto maksymalny limit {limit} równoczesnych eksportów faktur. Spróbuj ponownie później.");
}

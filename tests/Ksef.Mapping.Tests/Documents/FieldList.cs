using System.Globalization;
using System.Text;

namespace Ksef.Mapping.Tests.Documents;

/// <summary>The list of all fields of the simple layout as a document.</summary>
internal static class FieldList
{
    private static readonly (FieldLevel Level, string Pl)[] Levels =
    [
        (FieldLevel.Invoice, "Faktura (raz na fakturę)"), (FieldLevel.Line, "Pozycje (`pozycje`)"), (FieldLevel.Original, "Faktury korygowane (`korygowane`)"),
        (FieldLevel.Advance, "Rozliczane zaliczki (`zaliczki`)"), (FieldLevel.Party, "Inne podmioty (`podmioty`)"), (FieldLevel.PartialPayment, "Wpłaty częściowe (`wplaty`)"),
        (FieldLevel.Charge, "Obciążenia (`obciazenia`)"), (FieldLevel.Deduction, "Odliczenia (`odliczenia`)"), (FieldLevel.Note, "Opisy (`opisy`)"),
    ];

    public static string Write()
    {
        var text = new StringBuilder("# Pola układu prostego\n\nNazwa polska i angielska znaczą to samo; w nagłówkach wielkość liter, odstępy, znaki i ogonki nie grają roli (`Data wystawienia` = `data_wystawienia`). W JSON przedrostek\n(`pozycja_`, `nabywca_` …) można wewnątrz listy lub obiektu opuścić. Zasady są w [erp-data.pl.md](erp-data.pl.md).\n");
        foreach (var (level, title) in Levels)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {title}\n\n| Nazwa | Name | FA(3) | Znaczenie |\n|---|---|---|---|\n");
            foreach (var field in SimpleFields.All.Where(field => field.Level == level))
            {
                text.Append(CultureInfo.InvariantCulture, $"| `{field.Pl}` | `{field.En}` | {field.Element} | {field.MeaningPl} |\n");
            }
        }

        return text.ToString();
    }
}

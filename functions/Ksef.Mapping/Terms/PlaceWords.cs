using System.Globalization;
using Ksef.Invoices;

namespace Ksef.Mapping;

/// <summary>Says in a few words where something stands.</summary>
internal static class PlaceWords
{
    public static Words Of(DataPlace place)
    {
        List<string> pl = [], en = [];
        if (place.Part is { } part)
        {
            pl.Add(part);
            en.Add(part);
        }

        if (place.Row is { } row)
        {
            pl.Add("wiersz " + row.ToString(CultureInfo.InvariantCulture));
            en.Add("row " + row.ToString(CultureInfo.InvariantCulture));
        }

        if (place.Field is { } field)
        {
            pl.Add(field);
            en.Add(field);
        }

        return pl.Count == 0 ? new Words("plik", "the file") : new Words(string.Join(", ", pl), string.Join(", ", en));
    }
}

using System.Text.Json;
using Ksef.Invoices;
using Ksef.Mapping.Exact;

namespace Ksef.Mapping.Settings;

/// <summary>Rules for single values of settings. Each takes what it can read and returns why it cannot.</summary>
internal static class SettingsRules
{
    private static readonly Words NoText = new("oczekiwano tekstu", "a text is expected");
    private static readonly Words NoFlag = new("oczekiwano true albo false", "true or false is expected");

    public static Func<JsonElement, Words?> Text(Action<string> take, int limit = 256) => element =>
    {
        if (element.ValueKind != JsonValueKind.String)
        {
            return NoText;
        }

        var text = PlainText.Of(element.GetString()!);
        if (text.Length == 0 || PlainText.ForbiddenIn(text) is not null)
        {
            return new("tekst jest pusty albo zawiera niedozwolone znaki", "the text is empty or holds forbidden characters");
        }

        if (text.Length > limit)
        {
            return new($"tekst jest dłuższy niż {limit} znaków", $"the text is longer than {limit} characters");
        }

        take(text);
        return null;
    };

    public static Func<JsonElement, Words?> Flag(Action<bool> take) => element =>
    {
        if (element.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            return NoFlag;
        }

        take(element.GetBoolean());
        return null;
    };

    public static Func<JsonElement, Words?> Count(Action<int> take, int least, int most) => element =>
    {
        if (element.ValueKind != JsonValueKind.Number || !element.TryGetInt32(out var number) || number < least || number > most)
        {
            return new($"oczekiwano liczby całkowitej od {least} do {most}", $"a whole number from {least} to {most} is expected");
        }

        take(number);
        return null;
    };

    public static Func<JsonElement, Words?> Choice<T>(Action<T> take, params ReadOnlySpan<(string Word, T Value)> choices)
    {
        var known = choices.ToArray();
        return element =>
        {
            foreach (var (word, value) in known)
            {
                if (element.ValueKind == JsonValueKind.String && element.GetString() == word)
                {
                    take(value);
                    return null;
                }
            }

            var words = string.Join(", ", known.Select(choice => choice.Word));
            return new($"oczekiwano jednej z wartości: {words}", $"one of these is expected: {words}");
        };
    }

    /// <summary>A text that must be in another form to be of use.</summary>
    public static Func<JsonElement, Words?> Form(Func<string, string?> read, Action<string> take, Words expected) => element =>
    {
        if (element.ValueKind != JsonValueKind.String || read(element.GetString()!) is not { } value)
        {
            return expected;
        }

        take(value);
        return null;
    };
}

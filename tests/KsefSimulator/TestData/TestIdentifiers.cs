using System.Text.RegularExpressions;
using KsefSimulator.Http;
using KsefSimulator.Identity;
using KsefSimulator.Permissions;

namespace KsefSimulator.TestData;

/// <summary>Identifiers in the test-data requests, checked by their published patterns.</summary>
internal static partial class TestIdentifiers
{
    public static string Nip(string? value) => new ContextIdentifier(ContextIdentifier.NipType, value ?? string.Empty) is { IsWellFormed: true } context
        ? context.Value
        : throw Refusals.InvalidInput("Nieprawidłowy numer NIP.");

    public static string Pesel(string? value) => value is not null && PeselShape().IsMatch(value) ? value : throw Refusals.InvalidInput("Nieprawidłowy numer PESEL.");

    public static ContextIdentifier Context(TypedValueBody? body)
    {
        // The Ministry's own client leaves the type out when it is Nip.
        var context = new ContextIdentifier(body?.Type ?? ContextIdentifier.NipType, body?.Value ?? string.Empty);
        return context.IsWellFormed ? context : throw Refusals.InvalidInput("Pole 'contextIdentifier' ma nieprawidłową wartość.");
    }

    [GeneratedRegex(@"^\d{2}(?:0[1-9]|1[0-2]|2[1-9]|3[0-2]|4[1-9]|5[0-2]|6[1-9]|7[0-2]|8[1-9]|9[0-2])\d{7}$")]
    private static partial Regex PeselShape();
}

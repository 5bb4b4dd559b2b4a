using System.Diagnostics.CodeAnalysis;

namespace KsefSimulator.Http;

/// <summary>Checks of request members; each refuses with 21405 and a detail that names the member.</summary>
internal static class Require
{
    private const int Sha256Length = 44;

    public static T Present<T>([NotNull] T? value, string name)
        where T : class => value ?? throw Refusals.InvalidInput($"Pole '{name}' jest wymagane.");

    public static string Text([NotNull] string? value, string name, int minimum = 1, int maximum = int.MaxValue)
    {
        Present(value, name);
        return value.Length >= minimum && value.Length <= maximum
            ? value
            : throw Refusals.InvalidInput($"Pole '{name}' musi mieć długość od {minimum} do {maximum} znaków.");
    }

    public static byte[] Base64([NotNull] string? value, string name)
    {
        Present(value, name);
        try
        {
            return Convert.FromBase64String(value);
        }
        catch (FormatException)
        {
            throw Refusals.InvalidInput($"Pole '{name}' nie jest poprawnym ciągiem Base64.");
        }
    }

    public static string Sha256([NotNull] string? value, string name)
    {
        Present(value, name);
        return value.Length == Sha256Length && System.Buffers.Text.Base64.IsValid(value, out var bytes) && bytes == 32
            ? value
            : throw Refusals.InvalidInput($"Pole '{name}' musi zawierać skrót SHA-256 w Base64 (44 znaki).");
    }

    public static long AtLeastOne(long? value, string name) => value is >= 1
        ? value.Value
        : throw Refusals.InvalidInput($"Pole '{name}' musi być większe od zera.");
}

using System.Diagnostics.CodeAnalysis;

namespace Ksef.Invoices;

/// <summary>NIP, the Polish tax identification number: ten digits, the last of which is a check digit.</summary>
public readonly record struct Nip : IParsable<Nip>
{
    private const int Length = 10;

    private readonly string? _digits;

    private Nip(string digits) => _digits = digits;

    /// <summary>Reads ten digits without separators or prefix.</summary>
    /// <exception cref="FormatException">It is not ten digits, or the check digit does not fit.</exception>
    public static Nip Parse(string text) =>
        TryParse(text, out var nip) ? nip : throw new FormatException("A NIP is ten digits, the last of which is a check digit.");

    /// <summary>Reads ten digits without separators or prefix.</summary>
    /// <returns>Whether it is a NIP with a right check digit.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out Nip nip)
    {
        nip = HasValidForm(text) && HasValidChecksum(text) ? new Nip(text) : default;
        return nip._digits is not null;
    }

    static Nip IParsable<Nip>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<Nip>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Nip result) => TryParse(s, out result);

    /// <summary>The ten digits.</summary>
    public override string ToString() => _digits ?? string.Empty;

    /// <summary>Whether it is ten digits, right or not.</summary>
    internal static bool HasValidForm([NotNullWhen(true)] string? text) => text is { Length: Length } && !text.AsSpan().ContainsAnyExceptInRange('0', '9');

    /// <summary>Whether the check digit fits; <paramref name="digits"/> must be ten digits.</summary>
    internal static bool HasValidChecksum(ReadOnlySpan<char> digits)
    {
        ReadOnlySpan<int> weights = [6, 5, 7, 2, 3, 4, 5, 6, 7];
        var sum = 0;
        for (var index = 0; index < weights.Length; index++)
        {
            sum += (digits[index] - '0') * weights[index];
        }

        // A remainder of ten has no digit: such numbers are never given out.
        return sum % 11 == digits[Length - 1] - '0' && digits.IndexOfAnyExcept('0') >= 0;
    }
}

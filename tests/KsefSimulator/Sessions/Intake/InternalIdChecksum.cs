namespace KsefSimulator.Sessions.Intake;

/// <summary>The check digit of an internal identifier: weights 1 and 3 in turn over all digits before it, modulo 10.</summary>
internal static class InternalIdChecksum
{
    /// <summary>Whether the NIP inside and the identifier itself end in the right digits.</summary>
    public static bool IsRight(string internalId)
    {
        var digits = internalId.Where(char.IsAsciiDigit).Select(digit => digit - '0').ToList();
        var sum = digits.SkipLast(1).Select((digit, index) => digit * (index % 2 == 0 ? 1 : 3)).Sum();
        return NipChecksum.IsRight(internalId.Split('-')[0]) && sum % 10 == digits[^1];
    }
}

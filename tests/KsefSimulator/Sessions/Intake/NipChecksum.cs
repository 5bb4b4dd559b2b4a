namespace KsefSimulator.Sessions.Intake;

/// <summary>The check digit of a NIP.</summary>
internal static class NipChecksum
{
    private static readonly int[] Weights = [6, 5, 7, 2, 3, 4, 5, 6, 7];

    public static bool IsRight(string nip)
    {
        if (nip.Length != 10 || !nip.All(char.IsAsciiDigit))
        {
            return false;
        }

        var sum = Weights.Select((weight, index) => weight * (nip[index] - '0')).Sum() % 11;
        return sum == nip[9] - '0';
    }
}

namespace KsefFunctions.Certificates;

/// <summary>How near the end of a certificate is: told at 60, 30, 14 and 7 days and then every day.</summary>
public static class ExpiryStage
{
    /// <summary>From here on every day counts.</summary>
    public const int EveryDayFrom = 7;

    private static readonly int[] Thresholds = [14, 30, 60];

    /// <param name="daysLeft">Whole days; negative after the end.</param>
    /// <returns>A number that changes when there is something to tell; null while the end is far.</returns>
    public static int? Of(int daysLeft)
    {
        if (daysLeft <= EveryDayFrom)
        {
            return daysLeft;
        }

        var reached = Array.Find(Thresholds, threshold => daysLeft <= threshold);
        return reached == 0 ? null : reached;
    }

    /// <summary>Whether something came up between two looks.</summary>
    /// <param name="end">End of the certificate.</param>
    /// <param name="last">The look before; null when this is the first.</param>
    /// <param name="now">This look.</param>
    public static bool IsNew(DateTimeOffset end, DateTimeOffset? last, DateTimeOffset now) =>
        Of(CertificateDaysLeft.Between(now, end)) is { } stage && (last is not { } before || Of(CertificateDaysLeft.Between(before, end)) != stage);
}

using KsefFunctions.Certificates;


namespace KsefFunctions.Watch;

/// <summary>When an end that comes nearer is told: at some thresholds, and then every day.</summary>
public sealed class ExpiryStages
{
    /// <summary>A certificate: at 60, 30, 14 and 7 days and then every day.</summary>
    public static readonly ExpiryStages Certificate = new(everyDayFrom: 7, thresholds: [14, 30, 60]);

    /// <summary>A KSeF token, which is warned of from the first: every day from 14 days on.</summary>
    public static readonly ExpiryStages Token = new(everyDayFrom: 14, thresholds: []);

    private readonly int[] _thresholds;

    private ExpiryStages(int everyDayFrom, int[] thresholds)
    {
        EveryDayFrom = everyDayFrom;
        _thresholds = thresholds;
    }

    /// <summary>From here on every day counts.</summary>
    public int EveryDayFrom { get; }

    /// <param name="daysLeft">Whole days; negative after the end.</param>
    /// <returns>A number that changes when there is something to tell; null while the end is far.</returns>
    public int? Of(int daysLeft)
    {
        if (daysLeft <= EveryDayFrom)
        {
            return daysLeft;
        }

        var reached = Array.Find(_thresholds, threshold => daysLeft <= threshold);
        return reached == 0 ? null : reached;
    }

    /// <summary>Whether something came up between two looks.</summary>
    /// <param name="end">End of the certificate, or of all tokens.</param>
    /// <param name="last">The look before; null when this is the first.</param>
    /// <param name="now">This look.</param>
    public bool IsNew(DateTimeOffset end, DateTimeOffset? last, DateTimeOffset now) =>
        Of(CertificateDaysLeft.Between(now, end)) is { } stage && (last is not { } before || Of(CertificateDaysLeft.Between(before, end)) != stage);
}

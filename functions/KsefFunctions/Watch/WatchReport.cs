using System.Text.Json.Serialization;

namespace KsefFunctions.Watch;

/// <summary>What one regular look found, last time.</summary>
/// <param name="Name">Which look; one of <see cref="WatchNames"/>.</param>
/// <param name="At">When it ended.</param>
/// <param name="Findings">What it found, the gravest first; a few hundred at most.</param>
/// <param name="Total">How much it found, also what is not listed.</param>
public sealed record WatchReport(string Name, DateTimeOffset At, IReadOnlyList<WatchFinding> Findings, int Total)
{
    private const int MostListed = 200;

    /// <summary>A report that lists as many findings as a page can show.</summary>
    public static WatchReport Of(string name, DateTimeOffset at, IEnumerable<WatchFinding> findings)
    {
        var gravestFirst = findings.OrderBy(finding => finding.Warning).ToList();
        return new WatchReport(name, at, [.. gravestFirst.Take(MostListed)], gravestFirst.Count);
    }
}

/// <summary>The regular looks.</summary>
public static class WatchNames
{
    /// <summary>Inbox, ledger and orchestrations against each other.</summary>
    public const string Sweep = "sweep";

    /// <summary>Validity of the companies' certificates.</summary>
    public const string Certificates = "certificates";

    /// <summary>Use of KSeF's limits. Looked at when somebody asks: no report of it is kept.</summary>
    public const string Limits = "limits";

    /// <summary>Those whose reports a timer writes.</summary>
    public static IReadOnlyList<string> Kept { get; } = [Sweep, Certificates];
}

/// <summary>JSON of the reports.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WatchReport))]
internal sealed partial class WatchJson : JsonSerializerContext;

using System.Text.Json;
using System.Text.Json.Serialization;
using KsefSimulator.Settings;

namespace KsefSimulator.Limits;

/// <summary>GET /rate-limits: the groups of API 2.6; collective identifiers have their own from 2.7 on, closing from 2.8 on.</summary>
internal sealed record ApiRateLimits
{
    public required RateLimitValues OnlineSession { get; init; }

    public required RateLimitValues BatchSession { get; init; }

    public required RateLimitValues InvoiceSend { get; init; }

    public required RateLimitValues InvoiceStatus { get; init; }

    public required RateLimitValues SessionList { get; init; }

    public required RateLimitValues SessionInvoiceList { get; init; }

    public required RateLimitValues SessionMisc { get; init; }

    public required RateLimitValues InvoiceMetadata { get; init; }

    public required RateLimitValues InvoiceExport { get; init; }

    public required RateLimitValues InvoiceExportStatus { get; init; }

    public required RateLimitValues InvoiceDownload { get; init; }

    public required RateLimitValues Other { get; init; }

    public RateLimitValues? CollectiveIdentifier { get; init; }

    public RateLimitValues? OnlineSessionClose { get; init; }

    public RateLimitValues? BatchSessionClose { get; init; }

    /// <summary>Every group that has limits of its own.</summary>
    [JsonIgnore]
    public IEnumerable<(RateLimitGroup Group, RateLimitValues Values)> All => Enum.GetValues<RateLimitGroup>()
        .Where(group => group != RateLimitGroup.Anonymous)
        .Select(group => (group, Values: Find(group)))
        .Where(pair => pair.Values is not null)
        .Select(pair => (pair.group, pair.Values!));

    /// <summary>The groups without which a set of limits is not whole: those of API 2.6, whatever came later.</summary>
    [JsonIgnore]
    public static IReadOnlyList<string> Required { get; } = Published(SpecLevel.V26).All.Select(pair => JsonNamingPolicy.CamelCase.ConvertName(pair.Group.ToString())).ToList();

    /// <summary>The published limits (open-api.json 2.6, x-rate-limits; 2.7 and 2.8 by their changelogs).</summary>
    public static ApiRateLimits Published(SpecLevel level) => new()
    {
        OnlineSession = new(10, 30, 120),
        BatchSession = new(10, 20, 60),
        InvoiceSend = new(10, 30, 180),
        InvoiceStatus = new(30, 120, 1200),
        SessionList = new(5, 10, 60),
        SessionInvoiceList = new(10, 20, 200),
        SessionMisc = new(10, 120, 1200),
        InvoiceMetadata = new(8, 16, 20),
        InvoiceExport = new(8, 16, 20),
        InvoiceExportStatus = new(10, 60, 600),
        InvoiceDownload = new(8, 16, 64),
        Other = new(10, 30, 120),
        CollectiveIdentifier = level == SpecLevel.V28 ? new(10, 60, 120) : null,
        OnlineSessionClose = level == SpecLevel.V28 ? new(20, 60, 240) : null,
        BatchSessionClose = level == SpecLevel.V28 ? new(20, 40, 120) : null,
    };

    /// <summary>The limits of a group; closing counts with opening where it has none of its own.</summary>
    public RateLimitValues Of(RateLimitGroup group) => Find(Counted(group))!;

    /// <summary>The group in which a request counts.</summary>
    public RateLimitGroup Counted(RateLimitGroup group) => group switch
    {
        RateLimitGroup.OnlineSessionClose when OnlineSessionClose is null => RateLimitGroup.OnlineSession,
        RateLimitGroup.BatchSessionClose when BatchSessionClose is null => RateLimitGroup.BatchSession,
        _ => group,
    };

    public ApiRateLimits Times(int factor) => With(All.ToDictionary(pair => pair.Group.ToString(), pair => pair.Values.Times(factor)));

    /// <summary>These limits with some groups changed, by name.</summary>
    public ApiRateLimits With(IReadOnlyDictionary<string, RateLimitValues> changes)
    {
        RateLimitValues Get(string name, RateLimitValues current) => changes.GetValueOrDefault(name, current);
        return new ApiRateLimits
        {
            OnlineSession = Get(nameof(OnlineSession), OnlineSession),
            BatchSession = Get(nameof(BatchSession), BatchSession),
            InvoiceSend = Get(nameof(InvoiceSend), InvoiceSend),
            InvoiceStatus = Get(nameof(InvoiceStatus), InvoiceStatus),
            SessionList = Get(nameof(SessionList), SessionList),
            SessionInvoiceList = Get(nameof(SessionInvoiceList), SessionInvoiceList),
            SessionMisc = Get(nameof(SessionMisc), SessionMisc),
            InvoiceMetadata = Get(nameof(InvoiceMetadata), InvoiceMetadata),
            InvoiceExport = Get(nameof(InvoiceExport), InvoiceExport),
            InvoiceExportStatus = Get(nameof(InvoiceExportStatus), InvoiceExportStatus),
            InvoiceDownload = Get(nameof(InvoiceDownload), InvoiceDownload),
            Other = Get(nameof(Other), Other),
            CollectiveIdentifier = CollectiveIdentifier is { } collective ? Get(nameof(CollectiveIdentifier), collective) : null,
            OnlineSessionClose = OnlineSessionClose is { } online ? Get(nameof(OnlineSessionClose), online) : null,
            BatchSessionClose = BatchSessionClose is { } batch ? Get(nameof(BatchSessionClose), batch) : null,
        };
    }

    private RateLimitValues? Find(RateLimitGroup group) => group switch
    {
        RateLimitGroup.OnlineSession => OnlineSession,
        RateLimitGroup.OnlineSessionClose => OnlineSessionClose,
        RateLimitGroup.BatchSession => BatchSession,
        RateLimitGroup.BatchSessionClose => BatchSessionClose,
        RateLimitGroup.InvoiceSend => InvoiceSend,
        RateLimitGroup.InvoiceStatus => InvoiceStatus,
        RateLimitGroup.SessionList => SessionList,
        RateLimitGroup.SessionInvoiceList => SessionInvoiceList,
        RateLimitGroup.SessionMisc => SessionMisc,
        RateLimitGroup.InvoiceMetadata => InvoiceMetadata,
        RateLimitGroup.InvoiceExport => InvoiceExport,
        RateLimitGroup.InvoiceExportStatus => InvoiceExportStatus,
        RateLimitGroup.InvoiceDownload => InvoiceDownload,
        RateLimitGroup.CollectiveIdentifier => CollectiveIdentifier,
        _ => Other,
    };
}

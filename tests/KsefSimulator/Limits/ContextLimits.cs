namespace KsefSimulator.Limits;

/// <summary>Limits of one kind of session in a context. Sizes in megabytes of 10^6 bytes.</summary>
internal sealed record SessionLimits(int MaxInvoiceSizeInMB, int MaxInvoiceWithAttachmentSizeInMB, int MaxInvoices)
{
    public const int BytesPerMegabyte = 1_000_000;

    public static SessionLimits Default { get; } = new(1, 3, 10_000);
}

/// <summary>GET /limits/context.</summary>
internal sealed record ContextLimits(SessionLimits OnlineSession, SessionLimits BatchSession)
{
    public static ContextLimits Default { get; } = new(SessionLimits.Default, SessionLimits.Default);
}

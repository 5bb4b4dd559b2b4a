namespace Ksef.Client;

/// <summary>A session that takes invoices. Source: KSeF API 2.6, POST /sessions/online.</summary>
/// <param name="ReferenceNumber">Number of the session.</param>
/// <param name="ValidUntil">When KSeF closes it by itself, twelve hours after opening.</param>
public sealed record OpenedOnlineSession(ReferenceNumber ReferenceNumber, DateTimeOffset? ValidUntil);

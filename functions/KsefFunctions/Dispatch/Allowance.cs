using KsefFunctions.Files;

namespace KsefFunctions.Dispatch;

/// <summary>What KSeF's limits leave a company for sessions of one kind.</summary>
/// <param name="Sessions">Sessions that can be opened, filled and closed now.</param>
/// <param name="Invoices">Invoices that can be sent into such sessions now; in a batch session as many as it takes.</param>
/// <param name="NextAt">When the next session should be opened: now, or later where the hour's sessions would be used up before the hour is over.</param>
public sealed record Allowance(int Sessions, int Invoices, DateTimeOffset NextAt)
{
    /// <summary>Nothing holds back.</summary>
    public static Allowance Unlimited { get; } = new(int.MaxValue, int.MaxValue, DateTimeOffset.MinValue);
}

/// <summary>What KSeF's limits leave a company now.</summary>
public sealed record Allowances(Allowance Online, Allowance Batch)
{
    /// <summary>Nothing holds back.</summary>
    public static Allowances Unlimited { get; } = new(Allowance.Unlimited, Allowance.Unlimited);

    public Allowance Of(SessionKind kind) => kind == SessionKind.Online ? Online : Batch;

    /// <summary>What is left when one more session is opened.</summary>
    public Allowances Less(SessionKind kind, int invoices) => kind == SessionKind.Online
        ? this with { Online = Used(Online, invoices) }
        : this with { Batch = Used(Batch, invoices: 0) };

    private static Allowance Used(Allowance allowance, int invoices) => allowance.Sessions == int.MaxValue
        ? allowance
        : allowance with { Sessions = allowance.Sessions - 1, Invoices = allowance.Invoices - invoices };
}

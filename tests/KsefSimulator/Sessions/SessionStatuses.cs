using KsefSimulator.Http;
using KsefSimulator.Invoices;
using KsefSimulator.Settings;

namespace KsefSimulator.Sessions;

/// <summary>What a session looks like at a moment: its status, its counters, and whether it is final.</summary>
internal sealed record SessionView(StatusInfo Status, DateTimeOffset DateUpdated, int Total, int Succeeded, int Failed)
{
    public bool IsOpen => Status.Code == SessionStatuses.OpenCode;

    public bool IsFinal => Status.Code is not (SessionStatuses.OpenCode or SessionStatuses.ProcessingCode or SessionStatuses.ClosedCode);
}

/// <summary>Session states as a function of the record, the invoices and the clock; nothing has to wake up for a session to move on.</summary>
internal sealed class SessionStatuses(TimeProvider time, SimulatorOptions options)
{
    public const int OpenCode = 100;
    public const int ProcessingCode = 150;
    public const int ClosedCode = 170;
    private const string NothingSent = "Nie przesłano faktur";

    public static StatusInfo CancelledUnsent { get; } = new(440, "Sesja anulowana", [NothingSent]);

    public static StatusInfo CancelledLate { get; } = new(440, "Sesja anulowana", ["Przekroczono czas wysyłki"]);

    public static StatusInfo NoValidInvoice { get; } = new(445, "Błąd weryfikacji, brak poprawnych faktur");

    /// <summary>How long the parts of a package may be uploaded: 20 minutes for each.</summary>
    public static TimeSpan UploadWindow(Session session) => TimeSpan.FromMinutes(20 * Math.Max(1, session.BatchFile?.Parts.Count ?? 1));

    /// <summary>The status alone, without counting the invoices of a session that is open.</summary>
    public StatusInfo StatusOf(SessionState state)
    {
        var (session, now) = (state.Session, time.GetUtcNow());
        return session.Kind == SessionKind.Online ? Online(session, state, now) : Batch(session, state, now);
    }

    public SessionView Of(SessionState state)
    {
        var now = time.GetUtcNow();
        var session = state.Session;
        var status = StatusOf(state);
        var (succeeded, failed, latest) = Count(state, now, session.Kind == SessionKind.Online || status.Code is not (OpenCode or ProcessingCode));
        var updated = new[] { session.DateCreated, session.ClosedAt ?? session.DateCreated, latest }.Max();
        return new SessionView(status, updated, state.Count, succeeded, failed);
    }

    private StatusInfo Online(Session session, SessionState state, DateTimeOffset now)
    {
        if (session.Failure is { } failure && now >= session.DateCreated + options.ProcessingDelay)
        {
            return failure;
        }

        var closedAt = session.ClosedAt ?? (now >= session.ValidUntil ? session.ValidUntil : null);
        if (closedAt is null)
        {
            return new StatusInfo(OpenCode, "Sesja interaktywna otwarta");
        }

        if (now < closedAt + options.ProcessingDelay || now < session.HeldUntil || AnyPending(state, now))
        {
            return new StatusInfo(ClosedCode, "Sesja interaktywna zamknięta");
        }

        return Verdict(state, "Sesja interaktywna przetworzona pomyślnie");
    }

    private StatusInfo Batch(Session session, SessionState state, DateTimeOffset now)
    {
        if (session.ClosedAt is not { } closedAt)
        {
            return now >= session.ValidUntil ? CancelledLate : new StatusInfo(OpenCode, "Sesja wsadowa rozpoczęta");
        }

        if (session.ProcessedAt is null || now < closedAt + options.ProcessingDelay || now < session.HeldUntil)
        {
            return new StatusInfo(ProcessingCode, "Trwa przetwarzanie");
        }

        return session.Failure ?? Verdict(state, "Sesja wsadowa przetworzona pomyślnie");
    }

    private static StatusInfo Verdict(SessionState state, string success)
    {
        if (state.Count == 0)
        {
            return CancelledUnsent;
        }

        foreach (var invoice in state.Invoices.Span)
        {
            if (invoice.Verdict.IsSuccess)
            {
                return new StatusInfo(InvoiceStatus.SuccessCode, success);
            }
        }

        return NoValidInvoice;
    }

    private static bool AnyPending(SessionState state, DateTimeOffset now)
    {
        foreach (var invoice in state.Invoices.Span)
        {
            if (now < invoice.VisibleAt)
            {
                return true;
            }
        }

        return false;
    }

    private static (int Succeeded, int Failed, DateTimeOffset Latest) Count(SessionState state, DateTimeOffset now, bool show)
    {
        var (succeeded, failed, latest) = (0, 0, DateTimeOffset.MinValue);
        foreach (var invoice in show ? state.Invoices.Span : [])
        {
            latest = invoice.InvoicingDate > latest ? invoice.InvoicingDate : latest;
            if (now >= invoice.VisibleAt)
            {
                _ = invoice.Verdict.IsSuccess ? succeeded++ : failed++;
            }
        }

        return (succeeded, failed, latest);
    }
}

using KsefFunctions.Files;
using KsefFunctions.Settings;

namespace KsefFunctions.Dispatch;

/// <summary>What a look at the waiting room leads to.</summary>
/// <param name="Consignments">What is to be sent now.</param>
/// <param name="LookAgainAt">When something else becomes due; null when nothing waits, or only for a session to end.</param>
/// <param name="HeldUntil">Until when KSeF's limits hold something back; null when they do not.</param>
public sealed record DispatchPlan(IReadOnlyList<Gathering> Consignments, DateTimeOffset? LookAgainAt, DateTimeOffset? HeldUntil)
{
    // Each session that ends calls the dispatcher; should such a call be lost, it looks by itself.
    private static readonly TimeSpan NoSessionEnds = TimeSpan.FromSeconds(30);

    // Where something cannot go though a moment for it is named, the next look comes no sooner.
    private static readonly TimeSpan NotBusy = TimeSpan.FromSeconds(1);

    // Batch sessions keep less far apart; after a 429 they may have to wait for most of an hour.
    private static readonly TimeSpan LongWait = TimeSpan.FromMinutes(10);

    /// <summary>Decides what a company sends.</summary>
    /// <param name="waiting">What waits, in any order.</param>
    /// <param name="open">Consignments of the company that are on their way.</param>
    /// <param name="allowances">What KSeF's limits leave.</param>
    /// <param name="settings">How to gather.</param>
    /// <param name="now">The time of the look.</param>
    public static DispatchPlan Of(IReadOnlyCollection<WaitingFile> waiting, int open, Allowances allowances, GatherSettings settings, DateTimeOffset now)
    {
        var chosen = new List<Gathering>();
        DateTimeOffset? again = null;
        DateTimeOffset? held = null;
        foreach (var together in waiting.GroupBy(TogetherWith).OrderByDescending(together => together.Max(file => file.Name), StringComparer.Ordinal))
        {
            // Who has waited longest goes first. Names count down, as in the ledger.
            var line = new Queue<WaitingFile>(together.OrderByDescending(file => file.Name, StringComparer.Ordinal));
            while (line.Count > 0)
            {
                if (DueAt(line, open, settings) is var due && due > now)
                {
                    again = Moments.Earlier(again, due);
                    break;
                }

                if (open + chosen.Count >= settings.SessionsAtOnce)
                {
                    again = Moments.Earlier(again, now + NoSessionEnds);
                    break;
                }

                if (TryGather(line, open + chosen.Count, allowances, settings, now, out var next, out var free))
                {
                    chosen.Add(next);
                    allowances = allowances.Less(next.Kind, next.Files.Sum(file => file.Invoices));
                    line = new Queue<WaitingFile>(line.Skip(next.Files.Count));
                    continue;
                }

                again = Moments.Earlier(again, free);
                held = Moments.Earlier(held, free);
                break;
            }
        }

        return new DispatchPlan(chosen, again, held);
    }

    // A package is one delivery, and has a session of its own: what KSeF confirms of the session is the package's.
    private static (string Schema, string? Package) TogetherWith(WaitingFile file) => (file.Schema, file.IsPackage ? file.Name : null);

    // Who is sending already is likely to bring more: a session for each second's pause would use up the hour's calls.
    private static DateTimeOffset DueAt(IReadOnlyCollection<WaitingFile> line, int open, GatherSettings settings)
    {
        if (line.Any(file => file.IsPackage)
            || line.Sum(file => file.Invoices) >= settings.MostInSession
            || line.Sum(file => file.Bytes) >= settings.MostBytes)
        {
            return DateTimeOffset.MinValue;
        }

        return Moments.Earlier(line.Max(file => file.ArrivedAt) + (settings.QuietFor * (1 + open)), line.Min(file => file.ArrivedAt) + settings.AtMost);
    }

    // The best way if it takes all; else the other one; else the best way with a part.
    private static bool TryGather(
        IReadOnlyCollection<WaitingFile> line, int open, Allowances allowances, GatherSettings settings, DateTimeOffset now, out Gathering next, out DateTimeOffset free)
    {
        var all = Head(line, settings.MostInSession, settings.MostBytes);
        var best = SessionChoice.Best(all, settings);
        var other = SessionChoice.Other(all, best);
        List<Gathering> ways = [new(best, best == SessionKind.Batch ? all : Head(line, settings.MostOnline, settings.MostBytes))];
        if (other is { } kind && (kind == SessionKind.Batch || IsWorthIt(all, open, allowances, now)))
        {
            ways.Add(new Gathering(kind, kind == SessionKind.Batch ? all : Part(line, allowances.Online, settings)));
        }

        if (best == SessionKind.Online)
        {
            ways.Add(new Gathering(best, Part(line, allowances.Online, settings)));
        }

        next = ways.FirstOrDefault(way => Allows(allowances, way, now)) ?? ways[0];
        free = Moments.Later(ways.Min(way => allowances.Of(way.Kind).NextAt), now + NotBusy);
        return Allows(allowances, next, now);
    }

    // A part of many invoices would use up the sends of an hour for a few minutes: the next batch session takes them all. What sessions on their way will
    // still send is not in the budget yet, and two that meet could hold each other up for most of an hour.
    private static bool IsWorthIt(List<WaitingFile> all, int open, Allowances allowances, DateTimeOffset now) =>
        open == 0 && (all.Sum(file => file.Invoices) <= allowances.Online.Invoices || allowances.Batch.NextAt - now > LongWait);

    private static List<WaitingFile> Part(IReadOnlyCollection<WaitingFile> line, Allowance left, GatherSettings settings) =>
        Head(line, Math.Clamp(left.Invoices, 1, settings.MostOnline), settings.MostBytes);

    private static bool Allows(Allowances allowances, Gathering next, DateTimeOffset now)
    {
        var left = allowances.Of(next.Kind);
        return left.NextAt <= now && left.Sessions > 0 && next.Files.Sum(file => file.Invoices) <= left.Invoices;
    }

    // At least one: a file that is larger than a session should be goes alone.
    private static List<WaitingFile> Head(IReadOnlyCollection<WaitingFile> line, int mostInvoices, long mostBytes)
    {
        var head = new List<WaitingFile>();
        var (invoices, bytes) = (0, 0L);
        foreach (var file in line)
        {
            (invoices, bytes) = (invoices + file.Invoices, bytes + file.Bytes);
            if (head.Count > 0 && (invoices > mostInvoices || bytes > mostBytes))
            {
                break;
            }

            head.Add(file);
        }

        return head;
    }
}

/// <summary>Files that are to go in one session.</summary>
public sealed record Gathering(SessionKind Kind, IReadOnlyList<WaitingFile> Files);

using System.Globalization;
using Ksef.Client;
using KsefFunctions.Budget;
using KsefFunctions.Dispatch;
using KsefFunctions.Files;
using KsefFunctions.Settings;

namespace Benchmarks.Day;

/// <summary>
/// A company with its dispatcher and its consignments. What is sent when, and when a call may be made, the app's own code decides; orchestrations,
/// storage and KSeF are times on the clock.
/// </summary>
internal sealed class SimulatedCompany(SimulatedClock clock, Random random)
{
    // DispatchCompany waits that long without listening to calls.
    private static readonly TimeSpan ShortWait = TimeSpan.FromSeconds(2);

    private static readonly KsefFunctionsOptions Options = new();
    private static readonly ConsignmentMember Member = new("id", "name", 1);

    private readonly List<WaitingFile> _waiting = [];
    private CallWindows _budget = CallWindows.None;
    private DateTimeOffset? _lookAt;
    private DateTimeOffset _calledAt;
    private int _handedOver;
    private int _open;

    /// <summary>From hand-over to settled, of each invoice.</summary>
    public List<TimeSpan> Waits { get; } = [];

    /// <summary>Sessions by kind.</summary>
    public Dictionary<SessionKind, int> Sessions { get; } = new() { [SessionKind.Online] = 0, [SessionKind.Batch] = 0 };

    /// <summary>What KSeF has counted, by its name of the group.</summary>
    public Dictionary<string, CountedGroup> Counted { get; } =
        RateLimits.Published.Groups.ToDictionary(group => group.Key, group => new CountedGroup(group.Value), StringComparer.Ordinal);

    /// <summary>Has files of one invoice each arrive.</summary>
    /// <param name="moments">When, in order.</param>
    public void Receive(IReadOnlyList<DateTimeOffset> moments) => Receive(moments, next: 0);

    private void Receive(IReadOnlyList<DateTimeOffset> moments, int next)
    {
        if (next < moments.Count)
        {
            clock.At(moments[next], () =>
            {
                HandOver();
                Receive(moments, next + 1);
            });
        }
    }

    private void HandOver()
    {
        _waiting.Add(new WaitingFile
        {
            // Names count down, as in the ledger.
            Name = string.Create(CultureInfo.InvariantCulture, $"{1_000_000_000 - ++_handedOver:D10}"),
            Member = Member,
            Schema = "FA(3)",
            Invoices = 1,
            Bytes = 3000,
            HasAttachment = false,
            IsPackage = false,
            ArrivedAt = clock.Now,
        });
        if (clock.Now - _calledAt >= Options.Gather.QuietFor)
        {
            _calledAt = clock.Now;
            CallDispatcher();
        }
    }

    private void CallDispatcher()
    {
        if (_lookAt is not { } at || at - clock.Now > ShortWait)
        {
            LookAt(clock.Now);
        }
    }

    private void LookAt(DateTimeOffset at)
    {
        _lookAt = at;
        clock.At(at, () =>
        {
            if (_lookAt == at)
            {
                _lookAt = null;
                Look();
            }
        });
    }

    private void Look()
    {
        var allowances = AllowanceReader.Read(new BudgetView(_budget, RateLimits.Published, Options.ShareLeftToPeople, clock.Now));
        var plan = DispatchPlan.Of(_waiting, _open, allowances, Options.Gather, clock.Now);
        foreach (var gathering in plan.Consignments)
        {
            Sessions[gathering.Kind]++;
            _waiting.RemoveRange(0, gathering.Files.Count);
            GoOn(new SimulatedConsignment(gathering, clock, Options).Steps(begun: () => _open++, settled: Note).GetEnumerator());
        }

        if (plan.LookAgainAt is { } again)
        {
            LookAt(again > clock.Now ? again : clock.Now + TimeSpan.FromMilliseconds(50));
        }
        else if (clock.Now - _calledAt < Options.Gather.QuietFor)
        {
            LookAt(clock.Now + DispatcherCall.LooksOnceMoreAfter(Options.Gather));
        }
    }

    private void Note(IReadOnlyList<WaitingFile> settled) => Waits.AddRange(settled.Select(file => clock.Now - file.ArrivedAt));

    private void GoOn(IEnumerator<SessionStep> consignment)
    {
        if (!consignment.MoveNext())
        {
            _open--;
            CallDispatcher();
        }
        else if (consignment.Current is { Operation: { } operation })
        {
            Call(operation, () => GoOn(consignment));
        }
        else
        {
            clock.After(consignment.Current.Wait, () => GoOn(consignment));
        }
    }

    private void Call(string operation, Action answered)
    {
        var group = RateLimits.Published.GroupOf(operation);
        if (_budget.TryReserve(group, RateLimits.Published, clock.Now, Options.ShareLeftToPeople, out var wait) is { } reserved)
        {
            _budget = reserved;
            var way = DayModel.ShortestWay + ((DayModel.LongestWay - DayModel.ShortestWay) * random.NextDouble());
            clock.After(way, () =>
            {
                Counted[group].Take(clock.Now);
                clock.After(way, answered);
            });
        }
        else if (wait > SharedCallBudget.LongestWait && operation is (SessionOperation.CloseOnline or SessionOperation.CloseBatch))
        {
            // A close that is taken up again looks first whether the session is closed.
            clock.After(wait, () => Call(SessionOperation.Status, () => Call(operation, answered)));
        }
        else
        {
            clock.After(wait, () => Call(operation, answered));
        }
    }
}

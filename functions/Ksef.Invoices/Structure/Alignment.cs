namespace Ksef.Invoices.Structure;

/// <summary>
/// Finds the least that must change for children to fit a content model: which of them stay, which go, what is missing where.
/// The branch of a choice that costs least is the one whose fields are there. Dynamic programming over the children and the slots.
/// </summary>
internal sealed class Alignment
{
    /// <summary>A missing field is the likelier mistake: nobody writes fields that were not meant.</summary>
    private const int InsertCost = 10;

    private const int DropCost = 25;

    /// <summary>Enough to tell that a row of the same does not belong.</summary>
    private const int RowLimit = 20;

    private const int Unreached = int.MaxValue / 2;

    private readonly ContentModel _model;
    private readonly IReadOnlyList<ChildRun> _runs;
    private readonly int _states;
    private readonly int[] _cost;
    private readonly (int From, AlignmentAct Act)[] _reached;

    private Alignment(ContentModel model, IReadOnlyList<ChildRun> runs)
    {
        (_model, _runs, _states) = (model, runs, model.Slots.Count + 1);
        _cost = new int[(runs.Count + 1) * _states];
        _reached = new (int, AlignmentAct)[_cost.Length];
        Array.Fill(_cost, Unreached);
    }

    /// <summary>Aligns children with a model.</summary>
    /// <param name="model">What may be there.</param>
    /// <param name="runs">What is there.</param>
    /// <param name="isWhole">Whether no further children follow, so that what is missing at the end counts.</param>
    /// <returns>The steps, in the order of the children.</returns>
    public static List<AlignmentStep> Of(ContentModel model, IReadOnlyList<ChildRun> runs, bool isWhole) => new Alignment(model, runs).Solve(isWhole);

    private List<AlignmentStep> Solve(bool isWhole)
    {
        _cost[0] = 0;
        Insert(0);
        for (var index = 0; index < _runs.Count; index++)
        {
            Keep(index);
            Drop(index);
            Insert(index + 1);
        }

        var end = _runs.Count * _states;
        var best = Enumerable.Range(0, _states)
            .Where(state => _cost[end + state] < Unreached && (!isWhole || _model.MayFollow(SlotOf(state), null)))
            .DefaultIfEmpty(0)
            .MinBy(state => _cost[end + state]);
        return Trace(end + best);
    }

    private void Keep(int index)
    {
        var run = _runs[index];
        for (var state = 0; state < _states; state++)
        {
            var cost = _cost[(index * _states) + state];
            foreach (var slot in run.Slots)
            {
                if (cost < Unreached && _model.MayFollow(SlotOf(state), slot))
                {
                    var excess = _model.MayFollow(slot, slot) ? 0 : run.Children.Count - 1;
                    Reach((index * _states) + state, ((index + 1) * _states) + slot.Order + 1, cost + (Math.Min(excess, RowLimit) * DropCost), AlignmentAct.Keep);
                }
            }
        }
    }

    private void Drop(int index)
    {
        for (var state = 0; state < _states; state++)
        {
            var from = (index * _states) + state;
            Reach(from, from + _states, _cost[from] + (Math.Min(_runs[index].Children.Count, RowLimit) * DropCost), AlignmentAct.Drop);
        }
    }

    private void Insert(int index)
    {
        var open = new Queue<int>(Enumerable.Range(0, _states).Where(state => _cost[(index * _states) + state] < Unreached));
        while (open.TryDequeue(out var state))
        {
            var from = (index * _states) + state;
            foreach (var slot in _model.After(SlotOf(state)))
            {
                if (slot.Name is not null && Reach(from, (index * _states) + slot.Order + 1, _cost[from] + InsertCost, AlignmentAct.Insert))
                {
                    open.Enqueue(slot.Order + 1);
                }
            }
        }
    }

    /// <summary>On equal terms the first way stays, so that what stands earlier in the file is left where it is.</summary>
    private bool Reach(int from, int to, int cost, AlignmentAct act)
    {
        if (cost >= _cost[to])
        {
            return false;
        }

        _cost[to] = cost;
        _reached[to] = (from, act);
        return true;
    }

    private List<AlignmentStep> Trace(int cell)
    {
        var steps = new List<AlignmentStep>();
        while (cell != 0)
        {
            var (from, act) = _reached[cell];
            var run = act == AlignmentAct.Insert ? null : _runs[(cell / _states) - 1];
            steps.Add(new AlignmentStep(act, run, act == AlignmentAct.Drop ? null : SlotOf(cell % _states)));
            cell = from;
        }

        steps.Reverse();
        return steps;
    }

    private ModelSlot? SlotOf(int state) => state == 0 ? null : _model.Slots[state - 1];
}

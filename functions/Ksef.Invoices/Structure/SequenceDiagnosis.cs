using System.Xml.Linq;

namespace Ksef.Invoices.Structure;

/// <summary>
/// Says of the children of one element what is missing, too many or out of place: the least that explains them. Shows the validator
/// the children as they should be, so that it goes on behind each mistake.
/// </summary>
internal sealed class SequenceDiagnosis(StructureDiagnosis walk, XElement parent, ContentModel model)
{
    /// <summary>More changes of name than children in order can have; behind them nobody reads on.</summary>
    private const int RunLimit = 1_000;

    private readonly Dictionary<ModelSlot, int> _taken = [];
    private readonly SequenceFindings _findings = new(walk, parent, model);

    /// <summary>Explains and validates all children.</summary>
    /// <returns>Whether the end was reached: not when there were too many mistakes.</returns>
    public bool Run()
    {
        var runs = new ChildRuns(walk, model, _findings).Of(parent);
        var steps = Straight(runs) ?? Aligned(runs);
        for (var at = 0; at < steps.Count; at++)
        {
            switch (steps[at].Act)
            {
                case AlignmentAct.Keep:
                    Take(steps[at]);
                    break;
                case AlignmentAct.Move:
                    _findings.OutOfOrder(steps, at);
                    Take(steps[at]);
                    break;
                case AlignmentAct.Drop:
                    _findings.Superfluous(steps, at);
                    break;
                default:
                    _findings.Missing(steps, at);
                    walk.PutIn(steps[at].Slot!.Name!);
                    break;
            }

            if (walk.HasEnough)
            {
                return false;
            }
        }

        return runs.Count <= RunLimit;
    }

    /// <summary>The way through the model if nothing is wrong with the children's order, as is nearly always so.</summary>
    private List<AlignmentStep>? Straight(List<ChildRun> runs)
    {
        var steps = new List<AlignmentStep>(runs.Count);
        ModelSlot? last = null;
        foreach (var run in runs)
        {
            var slot = run.Slots.FirstOrDefault(candidate => model.MayFollow(last, candidate) && (run.Children.Count == 1 || model.MayFollow(candidate, candidate)));
            if (slot is null)
            {
                return null;
            }

            steps.Add(new AlignmentStep(AlignmentAct.Keep, run, slot));
            last = slot;
        }

        return model.MayFollow(last, null) ? steps : null;
    }

    private List<AlignmentStep> Aligned(List<ChildRun> runs)
    {
        var isWhole = runs.Count <= RunLimit;
        var steps = Alignment.Of(model, isWhole ? runs : runs[..RunLimit], isWhole);
        Moves.Find(model, steps);
        return steps;
    }

    private void Take(AlignmentStep step)
    {
        var (run, slot) = (step.Run!, step.Slot!);
        foreach (var child in run.Children)
        {
            var taken = _taken[slot] = _taken.GetValueOrDefault(slot) + 1;
            if (taken > slot.Limit)
            {
                _findings.TooMany(child, slot);
            }
            else if (run.IsMisnamed)
            {
                walk.PutIn(slot.Name!);
            }
            else
            {
                walk.Element(child, model);
            }

            if (walk.HasEnough)
            {
                return;
            }
        }
    }
}

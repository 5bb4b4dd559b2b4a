namespace Ksef.Invoices.Structure;

/// <summary>Tells children that belong elsewhere from those that belong nowhere: two changes in one name are one mistake.</summary>
internal static class Moves
{
    /// <summary>Turns what goes in one place and fits into another into a move to there.</summary>
    public static void Find(ContentModel model, List<AlignmentStep> steps)
    {
        foreach (var dropped in steps.FindAll(step => step is { Act: AlignmentAct.Drop, Run.IsMisnamed: false }))
        {
            if (Target(model, steps, dropped.Run!) is var (at, isFilled, slot))
            {
                var move = new AlignmentStep(AlignmentAct.Move, dropped.Run, slot);
                if (isFilled)
                {
                    steps[at] = move;
                }
                else
                {
                    steps.Insert(at, move);
                }

                steps.Remove(dropped);
            }
        }
    }

    private static (int At, bool IsFilled, ModelSlot Slot)? Target(ContentModel model, List<AlignmentStep> steps, ChildRun run)
    {
        var missing = steps.FindIndex(step => step.Act == AlignmentAct.Insert && run.Slots.Contains(step.Slot!));
        if (missing >= 0)
        {
            return (missing, true, steps[missing].Slot!);
        }

        ModelSlot? before = null;
        for (var at = 0; at <= steps.Count; at++)
        {
            var after = at < steps.Count ? steps[at].Slot : null;
            if (at < steps.Count && after is null)
            {
                continue;
            }

            foreach (var slot in run.Slots)
            {
                if (slot != before && slot != after && model.MayFollow(before, slot) && model.MayFollow(slot, after))
                {
                    return (at, false, slot);
                }
            }

            before = after;
        }

        return null;
    }
}

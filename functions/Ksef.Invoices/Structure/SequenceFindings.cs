using System.Globalization;
using System.Xml.Linq;

namespace Ksef.Invoices.Structure;

/// <summary>Words for what is wrong with the children of one element.</summary>
internal sealed class SequenceFindings(StructureDiagnosis walk, XElement parent, ContentModel model)
{
    private static readonly Words NothingMore = new("nic więcej tu być nie może", "nothing more is allowed");

    private readonly HashSet<ModelGroup> _namedChoices = [];

    private Words Parent => walk.Places.Describe(parent);

    public void Unknown(XElement child) => walk.Report(StructureFindings.UnknownField.At(
        walk.Places.Of(child), ("field", FieldNames.Describe(child.Name.LocalName)), ("parent", Parent), ("schema", walk.Schema.Name)));

    public void Misnamed(XElement child, ModelSlot meant)
    {
        if (child.Name.LocalName == meant.LocalName)
        {
            walk.Report(StructureFindings.FieldNamespace.At(
                walk.Places.Of(child), ("field", walk.Places.Describe(child)), ("namespace", Quote.Namespace(child.Name.NamespaceName))));
        }
        else
        {
            walk.Report(StructureFindings.FieldCase.At(
                walk.Places.Of(child), ("field", Quote.Of(child.Name.LocalName)), ("parent", Parent), ("expected", FieldNames.Describe(meant.LocalName))));
        }
    }

    public void TooMany(XElement child, ModelSlot slot) => walk.Report(StructureFindings.TooMany.At(
        walk.Places.Of(child),
        ("field", FieldNames.Describe(slot.LocalName)),
        ("parent", Parent),
        ("limit", slot.Limit.ToString(CultureInfo.InvariantCulture))));

    /// <summary>Children that stand in another place than the one they are moved to.</summary>
    public void OutOfOrder(List<AlignmentStep> steps, int at)
    {
        var moved = steps[at].Run!;
        var next = steps.Skip(at + 1).FirstOrDefault(step => step.Act == AlignmentAct.Keep)?.Run;
        var previous = steps.Take(at).LastOrDefault(step => step.Act == AlignmentAct.Keep)?.Run;
        var (run, isBefore) = next is not null && (previous is null || next.Index < moved.Index) ? (next, true) : (previous ?? moved, false);
        var other = FieldNames.Describe(run.First.Name.LocalName);
        walk.Report(StructureFindings.OutOfOrder.At(
            walk.Places.Of(moved.First),
            ("field", FieldNames.Describe(moved.First.Name.LocalName)),
            ("parent", Parent),
            ("place", isBefore ? new Words($"przed polem {other.Pl}", $"before {other.En}") : new Words($"za polem {other.Pl}", $"after {other.En}"))));
    }

    /// <summary>Children that belong nowhere in this element.</summary>
    public void Superfluous(List<AlignmentStep> steps, int at)
    {
        var run = steps[at].Run!;
        if (run.IsMisnamed)
        {
            return;
        }

        foreach (var child in run.Children)
        {
            if (run.Slots.FirstOrDefault(slot => IsFull(steps, slot)) is { } full)
            {
                TooMany(child, full);
            }
            else
            {
                walk.Report(StructureFindings.NotHere.At(
                    walk.Places.Of(child), ("field", FieldNames.Describe(child.Name.LocalName)), ("parent", Parent), ("reason", Reason(steps, at, run.Slots[0]))));
            }
        }
    }

    /// <summary>A field that the others call for; or the choice it belongs to, if nobody made it.</summary>
    public void Missing(List<AlignmentStep> steps, int at)
    {
        var slot = steps[at].Slot!;
        var next = steps.Skip(at).FirstOrDefault(step => step.Act == AlignmentAct.Keep);
        var location = walk.Places.Of(next?.Run!.First ?? parent) with { Path = walk.Places.Of(parent).Path };
        if (slot.Groups.LastOrDefault(group => group.IsChoice && !Taken(steps).Any(taken => taken.IsWithin(group))) is { } choice)
        {
            if (_namedChoices.Add(choice))
            {
                var definition = parent.HasElements ? StructureFindings.MissingOneOf : StructureFindings.NothingChosen;
                var finding = definition.At(location, ("parent", Parent), ("fields", Branches.Describe(choice)));
                walk.Report(finding with { Distinction = slot.LocalName });
            }

            return;
        }

        location = location with { Path = $"{location.Path}/{slot.LocalName}" };
        var field = FieldNames.Describe(slot.LocalName);
        walk.Report(CalledForBy(steps, at, slot) is { } caller
            ? StructureFindings.MissingBefore.At(location, ("field", field), ("other", FieldNames.Describe(caller.LocalName)), ("parent", Parent))
            : StructureFindings.Missing.At(location, ("field", field), ("parent", Parent)));
    }

    /// <summary>The later field of the same optional group, which alone makes this one necessary.</summary>
    private static ModelSlot? CalledForBy(List<AlignmentStep> steps, int at, ModelSlot slot)
    {
        var group = slot.IsOptional || slot.Groups.Any(outer => outer.IsChoice) ? slot.Groups.FirstOrDefault(outer => Taken(steps).Any(taken => taken.IsWithin(outer))) : null;
        return group is null || steps.Take(at).Any(step => step is { Act: not AlignmentAct.Insert, Slot: { } earlier } && earlier.IsWithin(group))
            ? null
            : steps.Skip(at).FirstOrDefault(step => step is { Act: not AlignmentAct.Insert, Slot: { } later } && later.IsWithin(group))?.Slot;
    }

    private Words Reason(List<AlignmentStep> steps, int at, ModelSlot slot)
    {
        var rival = Taken(steps).FirstOrDefault(taken => slot.Groups.Any(choice => choice.IsChoice && taken.IsWithin(choice)
            && choice.Items.Find(slot.IsWithin) != choice.Items.Find(taken.IsWithin)));
        if (rival is not null)
        {
            var other = FieldNames.Describe(rival.LocalName);
            return new Words($"jest już pole {other.Pl}, a podać można tylko jedno z nich", $"{other.En} is given already, and only one of the two may be");
        }

        var allowed = model.After(steps.Take(at).LastOrDefault(step => step.Slot is not null)?.Slot).Select(next => next.LocalName).ToList();
        var names = FieldNames.List(allowed);
        return allowed.Count == 0 ? NothingMore : new Words($"dozwolone są tutaj: {names.Pl}", $"allowed here: {names.En}");
    }

    private static bool IsFull(List<AlignmentStep> steps, ModelSlot slot) =>
        steps.Where(step => step.Slot == slot && step.Run is not null).Sum(step => step.Run!.Children.Count) >= slot.Limit;

    private static IEnumerable<ModelSlot> Taken(List<AlignmentStep> steps) => steps.Where(step => step.Act != AlignmentAct.Insert && step.Slot is not null).Select(step => step.Slot!);
}

using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;

namespace Ksef.Invoices.Structure;

/// <summary>Decides of each child of one element whether it belongs there, and names what is missing before it or at the end.</summary>
internal sealed class SequenceDiagnosis(StructureDiagnosis walk, XElement parent, ContentModel model)
{
    /// <summary>More missing fields in a row than any schema can ask for.</summary>
    private const int RepairLimit = 50;

    private static readonly Words Nothing = new("nic więcej", "nothing more");

    private readonly Dictionary<XmlQualifiedName, int> _seen = [];

    /// <summary>Fields that stand too far behind: named already when their place was passed.</summary>
    private readonly HashSet<XElement> _misplaced = [];

    private readonly Words _parent = FieldNames.Describe(parent.Name.LocalName);
    private int _lastOrder = -1;

    /// <summary>Whether the validator shall see this child.</summary>
    public bool Admit(XElement child)
    {
        if (_misplaced.Contains(child))
        {
            return false;
        }

        var name = NameOf(child);
        if (IsExpected(name) || Repair(child, name))
        {
            Note(name);
            return true;
        }

        return false;
    }

    /// <summary>Names the fields that are missing at the end.</summary>
    public void Complete()
    {
        for (var repairs = 0; repairs < RepairLimit; repairs++)
        {
            var required = Required(walk.Expected(), strictly: true);
            if (required.Count == 0 || !PutIn(required, FieldPath.Of(parent), null))
            {
                return;
            }
        }
    }

    /// <summary>The validator still misses something: whatever it would have taken next.</summary>
    public void ExplainIncomplete(XmlSchemaParticle[] expected)
    {
        var required = Required(expected, strictly: false);
        if (required.Count > 0)
        {
            ReportMissing(required, FieldPath.Of(parent));
        }
        else
        {
            walk.Report(StructureFindings.Other.At(FieldPath.Of(parent), ("field", _parent), ("schema", walk.Schema.Name)));
        }
    }

    private bool Repair(XElement child, XmlQualifiedName name)
    {
        var field = FieldNames.Describe(child.Name.LocalName);
        var slot = model.Find(name);
        if (slot is null)
        {
            var namesake = model.FindLocal(child.Name.LocalName);
            walk.Report(namesake is null
                ? StructureFindings.UnknownField.At(FieldPath.Of(child), ("field", field), ("parent", _parent), ("schema", walk.Schema.Name))
                : StructureFindings.FieldNamespace.At(FieldPath.Of(child), ("field", field), ("namespace", Quote.Namespace(child.Name.NamespaceName))));
            if (namesake is not null && IsExpected(namesake.Name) && walk.PutIn(namesake.Name))
            {
                Note(namesake.Name);
            }

            return false;
        }

        if (slot.MaxOccurs < decimal.MaxValue && _seen.GetValueOrDefault(name) >= slot.MaxOccurs)
        {
            walk.Report(StructureFindings.TooMany.At(
                FieldPath.Of(child), ("field", field), ("parent", _parent), ("limit", slot.MaxOccurs.ToString(CultureInfo.InvariantCulture))));
            return false;
        }

        if (IsExcluded(slot))
        {
            ReportNotHere(child, field);
            return false;
        }

        if (slot.Order < _lastOrder)
        {
            // What stands behind it in the schema may be something that was put in, not something that is there.
            if (child.ElementsBeforeSelf().FirstOrDefault(sibling => model.Find(NameOf(sibling))?.Order > slot.Order) is { } before)
            {
                ReportOutOfOrder(child, before);
            }
            else
            {
                ReportNotHere(child, field);
            }

            return false;
        }

        return FillGap(child, name, field);
    }

    /// <summary>Puts in what is missing before a child, until the child may follow.</summary>
    private bool FillGap(XElement child, XmlQualifiedName name, Words field)
    {
        for (var repairs = 0; repairs < RepairLimit; repairs++)
        {
            var required = Required(walk.Expected(), strictly: false);
            if (required.Count == 0 || !PutIn(required, FieldPath.Of(child), child))
            {
                break;
            }

            if (IsExpected(name))
            {
                return true;
            }
        }

        ReportNotHere(child, field);
        return false;
    }

    /// <summary>Whether another branch of the same choice is there already.</summary>
    private bool IsExcluded(ContentModel.Slot slot) =>
        slot.Choice != 0 && _seen.Keys.Any(seen => model.Find(seen) is { } other && other.Choice == slot.Choice && other.Branch != slot.Branch);

    private void ReportNotHere(XElement child, Words field)
    {
        var expected = Elements(walk.Expected()).ToList();
        walk.Report(StructureFindings.NotHere.At(
            FieldPath.Of(child), ("field", field), ("parent", _parent), ("expected", expected.Count == 0 ? Nothing : Names(expected))));
    }

    /// <summary>Reports one missing field, or several of which one is missing, and lets the validator see it.</summary>
    private bool PutIn(List<ContentModel.Slot> required, Location location, XElement? before)
    {
        var later = before?.ElementsAfterSelf().FirstOrDefault(sibling => required.Exists(slot => slot.Name == NameOf(sibling)));
        if (later is not null)
        {
            _misplaced.Add(later);
            ReportOutOfOrder(later, before!);
            return PutIn(NameOf(later));
        }

        ReportMissing(required, location);
        return PutIn(required[0].Name);
    }

    private bool PutIn(XmlQualifiedName name)
    {
        Note(name);
        return walk.PutIn(name);
    }

    private void ReportOutOfOrder(XElement child, XElement before) => walk.Report(StructureFindings.OutOfOrder.At(
        FieldPath.Of(child),
        ("field", FieldNames.Describe(child.Name.LocalName)),
        ("parent", _parent),
        ("before", FieldNames.Describe(before.Name.LocalName))));

    private void ReportMissing(List<ContentModel.Slot> required, Location location) => walk.Report(required.Count == 1
        ? StructureFindings.Missing.At(location with { Path = $"{FieldPath.Of(parent).Path}/{required[0].Name.Name}" }, ("field", FieldNames.Describe(required[0].Name.Name)), ("parent", _parent))
        : StructureFindings.MissingOneOf.At(location with { Path = FieldPath.Of(parent).Path }, ("fields", Names(required.Select(slot => slot.Name))), ("parent", _parent)));

    /// <summary>Of what may come next, what must come.</summary>
    /// <param name="expected">What may come next.</param>
    /// <param name="strictly">Leaves out fields of groups that may be missing as a whole.</param>
    private List<ContentModel.Slot> Required(XmlSchemaParticle[] expected, bool strictly)
    {
        var open = Elements(expected).Select(model.Find).OfType<ContentModel.Slot>()
            .Where(slot => slot.MinOccurs > 0 && _seen.GetValueOrDefault(slot.Name) < slot.MinOccurs).ToList();
        var required = open.FindAll(slot => !slot.IsOptional);
        if (required.Count > 0 || strictly)
        {
            return required;
        }

        // Only a group that was begun is left: its next field is what is missing, or one of them if it offers a choice.
        return open.Count > 1 && open.TrueForAll(slot => slot.Choice != 0 && slot.Choice == open[0].Choice) ? open : [.. open.Take(1)];
    }

    private bool IsExpected(XmlQualifiedName name) =>
        Array.Exists(walk.Expected(), particle => particle is XmlSchemaAny || (particle is XmlSchemaElement element && element.QualifiedName == name));

    private void Note(XmlQualifiedName name)
    {
        _seen[name] = _seen.GetValueOrDefault(name) + 1;
        _lastOrder = Math.Max(_lastOrder, model.Find(name)?.Order ?? -1);
    }

    private static IEnumerable<XmlQualifiedName> Elements(XmlSchemaParticle[] particles) =>
        particles.OfType<XmlSchemaElement>().Select(element => element.QualifiedName);

    private static Words Names(IEnumerable<XmlQualifiedName> names) => FieldNames.List(names.Select(name => name.Name));

    private static XmlQualifiedName NameOf(XElement element) => new(element.Name.LocalName, element.Name.NamespaceName);
}

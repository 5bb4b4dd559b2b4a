using System.Xml;
using System.Xml.Linq;

namespace Ksef.Invoices.Structure;

/// <summary>Sorts the children of an element by the slots of their names. Names that the model does not have are reported and left out.</summary>
internal sealed class ChildRuns(StructureDiagnosis walk, ContentModel model, SequenceFindings findings)
{
    public List<ChildRun> Of(XElement parent)
    {
        var runs = new List<ChildRun>();
        XName? last = null;
        var index = 0;
        foreach (var child in parent.Elements())
        {
            if (walk.HasEnough)
            {
                break;
            }

            var (slots, isMisnamed) = Find(child);
            if (child.Name == last && slots.Count > 0)
            {
                runs[^1].Children.Add(child);
            }
            else if (slots.Count > 0)
            {
                runs.Add(new ChildRun([child], slots, isMisnamed, index));
            }

            last = child.Name;
            index++;
        }

        return runs;
    }

    private (IReadOnlyList<ModelSlot> Slots, bool IsMisnamed) Find(XElement child)
    {
        var name = new XmlQualifiedName(child.Name.LocalName, child.Name.NamespaceName);
        if (model.Find(name) is { Count: > 0 } slots)
        {
            return (slots, false);
        }

        if (model.FindLocal(name.Name) is { Count: > 0 } namesakes)
        {
            findings.Misnamed(child, namesakes[0]);
            return (namesakes, true);
        }

        findings.Unknown(child);
        return ([], false);
    }
}

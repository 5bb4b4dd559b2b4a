namespace Ksef.Invoices.Structure;

/// <summary>What a choice offers, in words: each branch by the fields that it needs.</summary>
internal static class Branches
{
    public static Words Describe(ModelGroup choice)
    {
        var branches = choice.Items.Select(OfNode).ToList();
        var isComposite = choice.Items.Exists(item => item is ModelGroup);
        return Join(branches, isComposite ? "; " : ", ", isComposite ? "; " : ", ");
    }

    private static Words OfNode(ModelNode node)
    {
        if (node is ModelSlot slot)
        {
            return FieldNames.Describe(slot.LocalName);
        }

        var group = (ModelGroup)node;
        if (group.IsChoice)
        {
            return Join(group.Items.Select(OfNode), " albo ", " or ");
        }

        var needed = group.Items.FindAll(item => !item.MayBeAbsent).Select(OfNode).ToList();
        if (needed.Count == 0)
        {
            return Join(group.Items.Select(OfNode), " lub ", " or ");
        }

        var rest = Join(needed.Skip(1), " i ", " and ");
        return needed.Count == 1 ? needed[0] : new Words($"{needed[0].Pl} razem z {rest.Pl}", $"{needed[0].En} together with {rest.En}");
    }

    private static Words Join(IEnumerable<Words> parts, string separatorPl, string separatorEn)
    {
        var all = parts.ToList();
        return new Words(string.Join(separatorPl, all.Select(part => part.Pl)), string.Join(separatorEn, all.Select(part => part.En)));
    }
}

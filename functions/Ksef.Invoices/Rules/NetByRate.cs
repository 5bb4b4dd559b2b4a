namespace Ksef.Invoices.Rules;

/// <summary>What the lines of one VAT rate, or of several that share a total, come to.</summary>
/// <param name="Fields">Fields that hold their total, by the first of their lines.</param>
/// <param name="Net">Their net value, the state before a correction taken off.</param>
/// <param name="Lines">How many they are.</param>
internal readonly record struct NetByRate(string[] Fields, decimal Net, int Lines)
{
    /// <summary>The totals in the order of their first lines; none when the net value of a line is not known.</summary>
    public static List<NetByRate>? Of(InvoiceLine[] lines)
    {
        var totals = new List<NetByRate>();
        foreach (ref readonly var line in lines.AsSpan())
        {
            if (VatRate.Of(line.Rate) is not { } rate || rate.NetOf(line) is not { } net)
            {
                return null;
            }

            var at = IndexOf(totals, rate.NetFields[0]);
            if (at < 0)
            {
                totals.Add(new NetByRate(rate.NetFields, line.Sign * net, 1));
            }
            else
            {
                totals[at] = totals[at] with { Net = totals[at].Net + (line.Sign * net), Lines = totals[at].Lines + 1 };
            }
        }

        return totals;
    }

    /// <summary>Whether some lines are summed up in a field.</summary>
    public static bool AnyIn(List<NetByRate> totals, string field)
    {
        foreach (var total in totals)
        {
            if (total.Fields.Contains(field))
            {
                return true;
            }
        }

        return false;
    }

    private static int IndexOf(List<NetByRate> totals, string firstField)
    {
        for (var at = 0; at < totals.Count; at++)
        {
            if (totals[at].Fields[0] == firstField)
            {
                return at;
            }
        }

        return -1;
    }
}

using Ksef.Invoices;

namespace Ksef.Mapping;

/// <summary>Makes findings of their definitions.</summary>
internal static class DataFindingsOf
{
    /// <summary>A finding at a place, its placeholders filled in.</summary>
    public static DataFinding At(this FindingDefinition definition, DataPlace place, params ReadOnlySpan<(string Name, Words Value)> values)
    {
        var sentences = definition.Say(values);
        return new DataFinding(definition, place, null, sentences.Pl, sentences.En);
    }

    /// <summary>A finding at a value, its placeholders filled in; <c>{value}</c> is the value as the file shows it.</summary>
    public static DataFinding At(this FindingDefinition definition, DataValue value, params ReadOnlySpan<(string Name, Words Value)> values)
    {
        (string, Words)[] all = [("value", value.Shown), .. values];
        var sentences = definition.Say(all);
        return new DataFinding(definition, value.Place, value.Shown, sentences.Pl, sentences.En);
    }
}

namespace Ksef.Invoices;

/// <summary>Short forms in which the catalogue is written.</summary>
internal static class Define
{
    public static FindingDefinition Error(string code, Words text, Words whatToDo) =>
        new(code, FindingSeverity.Error, text.Pl, text.En, whatToDo.Pl, whatToDo.En);

    public static FindingDefinition Warning(string code, Words text, Words whatToDo) =>
        new(code, FindingSeverity.Warning, text.Pl, text.En, whatToDo.Pl, whatToDo.En);
}

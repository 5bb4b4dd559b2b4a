using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace KsefSimulator.Tests.Contract;

/// <summary>A table of codes out of the contract's prose: code, description, details. <c>{…}</c> stands for any text.</summary>
internal static partial class CodeTable
{
    // The Ministry's end-to-end tests, which it runs against KSeF itself, demand another word than its API description has.
    private static readonly Dictionary<string, string> SaidOtherwise = new()
    {
        ["Status uwierzytelniania ({operation.Status}) nie pozwala na odświeżenie tokenu dostępowego."] =
            "Status uwierzytelnienia ({operation.Status}) nie pozwala na odświeżenie tokenu dostępowego.",
    };

    public static bool Has(JsonArray rows, int code, string? description, string? detail) =>
        rows.Any(row => row![0]!.GetValue<int>() == code && Fits(row[1]!.GetValue<string>(), description) && FitsDetail(AsSaid(row[2]!.GetValue<string>()), detail));

    private static string AsSaid(string template) => SaidOtherwise.GetValueOrDefault(template, template);

    // Where the table tells no details, some may still be given: the simulator says what was wrong.
    private static bool FitsDetail(string template, string? detail) => template is "" or "-" || Placeholder().Replace(template, string.Empty).Length == 0 || Fits(template, detail);

    private static bool Fits(string template, string? text) =>
        text is not null && Regex.IsMatch(text, "^" + string.Join(".+", Placeholder().Split(template).Select(Regex.Escape)) + "$");

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Placeholder();
}

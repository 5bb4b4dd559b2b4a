using KsefFunctions.Answers;
using KsefFunctions.Errors;

namespace LocalHost.Documents;

/// <summary>KSeF's numbers and what becomes of them, as tables of Markdown.</summary>
internal static class AnswerTables
{
    /// <summary>The last part of <c>errors.md</c>.</summary>
    public static string Everything() => string.Concat(
        "\n## The numbers of KSeF\n\nWhat the app does at once, and the number under which it ends if that does not help. KSeF's own words are Polish.\n",
        "\n### Status of an invoice\n\n", OfInvoices(),
        "\n### Status of a session\n\n", Table(SessionAnswers.All),
        "\n### Status of an authentication\n\n", Table(AuthenticationAnswers.All),
        "\n### Refusal of a call\n\nHTTP 400 with an `exceptionCode`.\n\n", Table(RefusalAnswers.All),
        "\n### Denial of a call\n\n", Table(AccessAnswers.Statuses),
        "\nHTTP 403, by its `reasonCode`:\n\n", Reasons());

    /// <summary>Statuses of an invoice.</summary>
    public static string OfInvoices() => Table(InvoiceAnswers.All);

    /// <summary>What sessions and authentications answer, for the runbook.</summary>
    public static string OfOperations() => $"Status of a session:\n\n{Table(SessionAnswers.All)}\nStatus of an authentication:\n\n{Table(AuthenticationAnswers.All)}";

    private static string Table(IEnumerable<KsefAnswer> answers) => "| Code | KSeF says | Meaning | Then | Ends as | Who | Same bytes again |\n|---|---|---|---|---|---|---|\n"
        + string.Concat(answers.Select(answer =>
            $"| {answer.Code} | {Markdown.Escaped(answer.Words)} | {Markdown.Escaped(answer.Meaning)} | {Words.Of(answer.Effect)} | {Ending(answer.Error)}"));

    private static string Reasons() => "| Reason | Meaning | Ends as | Who | Same bytes again |\n|---|---|---|---|---|\n"
        + string.Concat(AccessAnswers.Reasons.Select(reason => $"| `{reason.Key}` | {reason.Value.Meaning} | {Ending(reason.Value.Error)}"));

    private static string Ending(ErrorDefinition? error) =>
        error is null ? "| | |\n" : $"{error.Code} | {Words.Of(error.Responsible)} | {Words.Of(error.Replay)} |\n";
}

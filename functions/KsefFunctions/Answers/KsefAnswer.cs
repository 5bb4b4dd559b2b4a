using System.Globalization;
using KsefFunctions.Errors;

namespace KsefFunctions.Answers;

/// <summary>One number that KSeF can answer, and what becomes of it. The flow acts by these entries, and the documents are made from them.</summary>
/// <param name="Code">KSeF's number; it means another thing for invoices, sessions, authentications and refused calls.</param>
/// <param name="Words">What KSeF says with it, in Polish (KSeF API 2.6, tables of the single endpoints).</param>
/// <param name="Meaning">What it means to us.</param>
/// <param name="Effect">What the app does about it.</param>
/// <param name="Error">What it becomes when it ends a file or an invoice, at once or after days; null where it never does.</param>
public sealed record KsefAnswer(int Code, string Words, string Meaning, AnswerEffect Effect, ErrorDefinition? Error = null)
{
    /// <summary>An entry for a code that <c>Ksef.Client</c> names.</summary>
    public static KsefAnswer New<TCode>(TCode code, string words, string meaning, AnswerEffect effect, ErrorDefinition? error = null)
        where TCode : struct, Enum =>
        new(Convert.ToInt32(code, CultureInfo.InvariantCulture), words, meaning, effect, error);
}

using Microsoft.DurableTask;

namespace LocalHost.Durable.History;

/// <summary>An exception as history keeps it.</summary>
/// <param name="Type">The full name of its type.</param>
/// <param name="Message">Its message.</param>
/// <param name="StackTrace">Where it was thrown, cut off when very long.</param>
/// <param name="Inner">What caused it.</param>
/// <param name="IsNonRetriable">Whether another attempt is pointless whatever the retry policy says, such as for an activity that does not exist.</param>
public sealed record Failure(string Type, string Message, string? StackTrace = null, Failure? Inner = null, bool IsNonRetriable = false)
{
    private const int LongestText = 4_000;

    /// <summary>Describes an exception and everything that caused it.</summary>
    public static Failure From(Exception exception) => From(TaskFailureDetails.FromException(exception));

    /// <summary>The failure in the form in which orchestrators and clients see it.</summary>
    public TaskFailureDetails ToDetails() => new(Type, Message, StackTrace, Inner?.ToDetails(), null);

    private static Failure From(TaskFailureDetails details) => new(
        details.ErrorType,
        Shorten(details.ErrorMessage)!,
        Shorten(details.StackTrace),
        details.InnerFailure is { } inner ? From(inner) : null);

    private static string? Shorten(string? text) => text?.Length > LongestText ? text[..LongestText] : text;
}

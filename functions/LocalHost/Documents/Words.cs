using KsefFunctions.Answers;
using KsefFunctions.Errors;

namespace LocalHost.Documents;

/// <summary>Entries of the tables as the documents say them.</summary>
internal static class Words
{
    public static string Of(Party party) => party switch
    {
        Party.Nobody => "nobody has to",
        Party.Erp => "ERP",
        Party.Finance => "finance",
        Party.Operations => "operations",
        Party.Ministry => "the Ministry",
        _ => throw new ArgumentOutOfRangeException(nameof(party)),
    };

    public static string Of(Replay replay) => replay switch
    {
        Replay.Useless => "no: the file must change",
        Replay.OnceMended => "once the cause is gone",
        Replay.NotNeeded => "not needed",
        _ => throw new ArgumentOutOfRangeException(nameof(replay)),
    };

    public static string Of(AnswerEffect effect) => effect switch
    {
        AnswerEffect.Waits => "asked again",
        AnswerEffect.GoesOn => "goes on",
        AnswerEffect.NewSession => "a new session",
        AnswerEffect.Repeats => "tried again",
        AnswerEffect.Compares => "hashes decide",
        AnswerEffect.Ends => "ends",
        _ => throw new ArgumentOutOfRangeException(nameof(effect)),
    };
}

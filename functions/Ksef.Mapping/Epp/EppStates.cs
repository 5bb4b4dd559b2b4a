using Ksef.Invoices;

namespace Ksef.Mapping.Epp;

/// <summary>The states of a document: only what is done is sent.</summary>
internal static class EppStates
{
    private static readonly Words PutOff = new("dokument jest odłożony", "the document is put off");
    private static readonly Words Cancelled = new("dokument jest anulowany", "the document is cancelled");

    /// <summary>Whether it is one of the four states of the format.</summary>
    public static bool IsKnown(string state) => state is "0" or "1" or "2" or "3";

    /// <summary>Why a document in this state is left out; <see langword="null"/> when it is not.</summary>
    public static Words? ReasonToLeaveOut(string state) => state switch
    {
        "0" => PutOff,
        "2" => Cancelled,
        _ => (Words?)null,
    };
}

namespace Ksef.Client;

/// <summary>How much is left of one of KSeF's limits.</summary>
/// <param name="Context">Whose limit.</param>
/// <param name="Group">KSeF's name of the group of calls.</param>
/// <param name="Window">Length of the sliding window.</param>
/// <param name="Max">Calls that KSeF allows in the window.</param>
/// <param name="Left">Calls that remain, if nobody calls whom the budget does not know; 0 while KSeF demands a wait.</param>
public sealed record LimitUse(ContextIdentifier Context, string Group, LimitWindow Window, int Max, int Left);

/// <summary>Windows that are worth watching. KSeF limits single seconds too, but a second is over before anybody reads of it.</summary>
public enum LimitWindow
{
    /// <summary>The last sixty seconds.</summary>
    Minute,

    /// <summary>The last sixty minutes.</summary>
    Hour,
}

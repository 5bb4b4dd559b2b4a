using KsefFunctions.Files;

namespace KsefFunctions.Ledger;

/// <summary>A file's record only goes forward. The ledger refuses any other change, whoever wants it.</summary>
internal static class LedgerOrder
{
    /// <exception cref="InvalidOperationException">The change would take an outcome back.</exception>
    public static void Demand(FileRecord before, FileRecord after)
    {
        if (!IsForward(before, after))
        {
            throw new InvalidOperationException(
                $"The ledger keeps {before.Id} at {before.Outcome} (attempt {before.Attempt}): {after.Outcome} (attempt {after.Attempt}) would be a step back.");
        }
    }

    /// <summary>Whether a record may take the place of another.</summary>
    public static bool IsForward(FileRecord before, FileRecord after) => (after.Attempt - before.Attempt) switch
    {
        > 0 => true,
        < 0 => false,
        _ when before.IsFinal => after.Outcome == before.Outcome && after.IsFinal,
        _ => PlaceOf(after) > PlaceOf(before) || (PlaceOf(after) == PlaceOf(before) && after.Outcome >= before.Outcome),
    };

    private static int PlaceOf(FileRecord record) => record.Position?.Place ?? 0;
}

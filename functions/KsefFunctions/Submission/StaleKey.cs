using Ksef.Client;

namespace KsefFunctions.Submission;

/// <summary>KSeF changes its public key; a package that was encrypted for the old one must be made anew.</summary>
internal static class StaleKey
{
    /// <summary>Opens a session, or gives null when KSeF does not know the key any more.</summary>
    public static async Task<T?> UnlessAsync<T>(Func<Task<T>> open)
        where T : class
    {
        try
        {
            return await open();
        }
        catch (KsefApiException refusal) when (refusal.Has(KsefErrorCode.UnknownPublicKey))
        {
            return null;
        }
    }
}

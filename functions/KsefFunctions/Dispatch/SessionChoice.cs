using Ksef.Invoices;
using KsefFunctions.Files;
using KsefFunctions.Settings;

namespace KsefFunctions.Dispatch;

/// <summary>
/// Which way invoices go. An online session answers sooner and costs a call for each invoice; a batch session costs the same few calls for one
/// invoice and for ten thousand. Source of the limits: KSeF API 2.6, <c>x-rate-limits</c>; of what may go where: the schemas' own rules.
/// </summary>
public static class SessionChoice
{
    /// <summary>The way that fits best, whatever the limits say.</summary>
    public static SessionKind Best(IReadOnlyList<WaitingFile> files, GatherSettings settings)
    {
        // KSeF takes these forms in online sessions only.
        if (IsOnlineOnly(files))
        {
            return SessionKind.Online;
        }

        // KSeF takes attachments in batch sessions only; what the ERP has packed is meant as one delivery; and more than a few would use up the hour's calls.
        return files.Any(file => file.HasAttachment || file.IsPackage) || files.Sum(file => file.Invoices) > settings.OnlineUpTo ? SessionKind.Batch : SessionKind.Online;
    }

    /// <summary>The other way, where the best one's calls are used up; null where there is none.</summary>
    public static SessionKind? Other(IReadOnlyList<WaitingFile> files, SessionKind best) => best switch
    {
        SessionKind.Online when !IsOnlineOnly(files) => SessionKind.Batch,
        SessionKind.Batch when !files.Any(file => file.HasAttachment) => SessionKind.Online,
        _ => null,
    };

    private static bool IsOnlineOnly(IReadOnlyList<WaitingFile> files) => !InvoiceSchema.All.Single(schema => schema.Name == files[0].Schema).AllowedInBatch;
}

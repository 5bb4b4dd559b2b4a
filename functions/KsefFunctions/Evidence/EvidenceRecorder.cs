using System.Globalization;
using KsefFunctions.Files;
using KsefFunctions.Storage;

namespace KsefFunctions.Evidence;

/// <summary>Keeps what KSeF answered during a step: one archive document for each run of a step, written once.</summary>
public sealed class EvidenceRecorder(InvoiceStorage storage, TimeProvider time)
{
    private static readonly AsyncLocal<EvidenceRecording?> Ambient = new();

    /// <summary>The recording that the current call belongs to, if any.</summary>
    internal static EvidenceRecording? Current => Ambient.Value;

    /// <summary>Starts recording the answers of KSeF that this flow of execution gets.</summary>
    public EvidenceRecording Start(IKsefCaller caller, string step)
    {
        var stamp = time.GetUtcNow().ToString("yyyyMMdd'T'HHmmssfffffff'Z'", CultureInfo.InvariantCulture);
        return Ambient.Value = new EvidenceRecording($"{caller.EvidenceFolder}/{stamp}-{step}.json");
    }

    /// <summary>Writes what was recorded. A step that heard nothing leaves no document.</summary>
    public async Task SaveAsync(EvidenceRecording recording, CancellationToken cancellationToken)
    {
        Ambient.Value = null;
        using (recording)
        {
            if (recording.Complete() is { } answers)
            {
                await storage.CreateOnceAsync(BlobArea.Archive, recording.Name, answers, cancellationToken);
            }
        }
    }
}

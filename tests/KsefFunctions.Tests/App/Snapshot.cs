using System.Text.Json;
using KsefFunctions.Storage;
using KsefSimulator.Invoices;
using KsefSimulator.Sessions;
using Microsoft.Extensions.DependencyInjection;

namespace KsefFunctions.Tests.App;

/// <summary>
/// Everything that a step could change, at one moment: ledger, outbox, archive and the other containers byte for byte, what KSeF was told and has, and
/// dead letters.
/// </summary>
internal sealed class Snapshot
{
    // Timers write these whenever their time has come.
    private const string TimerReports = "watch/";

    private readonly SortedDictionary<string, string> _kept = new(StringComparer.Ordinal);

    private Snapshot()
    {
    }

    public static async Task<Snapshot> OfAsync(AppUnderTest app)
    {
        var snapshot = new Snapshot();
        await snapshot.KeepDocumentsAsync(app);
        snapshot.KeepWhatKsefHas(app);
        foreach (var letter in (await app.DeadLettersAsync()).Concat(await app.WaitingLettersAsync()))
        {
            snapshot._kept[$"letter {letter.SequenceNumber}"] = $"{letter.MessageId} {letter.DeadLetterReason} {letter.DeadLetterErrorDescription} {letter.Body}";
        }

        return snapshot;
    }

    /// <summary>Names of what is there now and was not, is there no more, or is not the same.</summary>
    public IReadOnlyList<string> ChangesSince(Snapshot before) =>
        [.. _kept.Keys.Union(before._kept.Keys).Where(name => _kept.GetValueOrDefault(name) != before._kept.GetValueOrDefault(name)).Order(StringComparer.Ordinal)];

    private async Task KeepDocumentsAsync(AppUnderTest app)
    {
        foreach (var container in ContainerNames.All)
        {
            foreach (var name in (await app.NamesAsync(container)).Where(name => container != ContainerNames.Status || !name.StartsWith(TimerReports, StringComparison.Ordinal)))
            {
                var document = (await app.Container(container).GetBlobClient(name).DownloadContentAsync()).Value;
                _kept[$"{container}/{name}"] = $"{Kept(name, document.Content)} {string.Join(';', document.Details.Metadata.OrderBy(item => item.Key))}";
            }
        }
    }

    // A step that runs again may write its line into the list of settled files again: a line says the same however often it stands there.
    private static string Kept(string name, BinaryData content) => name.EndsWith(".settled.jsonl", StringComparison.Ordinal)
        ? string.Join('\n', content.ToString().Split('\n').Distinct())
        : Convert.ToBase64String(content);

    private void KeepWhatKsefHas(AppUnderTest app)
    {
        foreach (var invoice in app.Simulator.Services.GetRequiredService<InvoiceLedger>().All)
        {
            _kept[$"KSeF invoice {invoice.ReferenceNumber}"] = JsonSerializer.Serialize(invoice, InvoiceJson.Types.SubmittedInvoice);
        }

        foreach (var state in app.Simulator.Services.GetRequiredService<SessionStore>().All)
        {
            _kept[$"KSeF session {state.Session.ReferenceNumber}"] = JsonSerializer.Serialize(state.Session, SessionJson.Types.Session);
        }

        foreach (var (endpoint, calls) in app.Simulator.Requests.Where(request => IsChange(request.Key)))
        {
            _kept[$"calls of {endpoint}"] = $"{calls}";
        }
    }

    // Looking into a session or for a receipt changes nothing at KSeF.
    private static bool IsChange(string endpoint) => new[] { "Open", "Send", "Close", "Part" }.Any(word => endpoint.Contains(word, StringComparison.Ordinal));
}

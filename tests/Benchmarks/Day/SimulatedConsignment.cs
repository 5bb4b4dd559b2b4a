using Ksef.Client;
using KsefFunctions.Dispatch;
using KsefFunctions.Files;
using KsefFunctions.Settings;

namespace Benchmarks.Day;

/// <summary>The way of a consignment, with the calls that the app makes. Logins are left out: they count against no limit of the company.</summary>
internal sealed class SimulatedConsignment(Gathering gathering, SimulatedClock clock, KsefFunctionsOptions options)
{
    private bool IsBatch => gathering.Kind == SessionKind.Batch;

    /// <summary>One after the other; each is asked for when the one before it is over.</summary>
    /// <param name="begun">Called when the consignment counts as being on its way.</param>
    /// <param name="settled">Called with the invoices that KSeF has named the end of.</param>
    public IEnumerable<SessionStep> Steps(Action begun, Action<IReadOnlyList<WaitingFile>> settled)
    {
        yield return SessionStep.Pause(DayModel.Starting);
        begun();
        yield return SessionStep.Pause(DayModel.Packing * gathering.Files.Count);
        foreach (var step in IsBatch ? SendByBatch() : SendOnline())
        {
            yield return step;
        }

        var done = clock.Now + (IsBatch ? DayModel.Batch + (DayModel.BatchInvoice * gathering.Files.Count) : DayModel.Online);
        for (var wait = options.FirstPoll; ; wait = wait * 1.5 < options.LongestPoll ? wait * 1.5 : options.LongestPoll)
        {
            yield return SessionStep.Pause(wait);
            yield return SessionStep.Call(SessionOperation.Status);
            if (clock.Now >= done)
            {
                break;
            }
        }

        foreach (var page in gathering.Files.Chunk(DayModel.Page))
        {
            yield return SessionStep.Call(SessionOperation.Invoices);
            settled(page);
        }
    }

    private IEnumerable<SessionStep> SendByBatch()
    {
        yield return SessionStep.Call(SessionOperation.OpenBatch);
        yield return SessionStep.Pause(DayModel.Uploading * gathering.Files.Count);
        yield return SessionStep.Call(SessionOperation.CloseBatch);
    }

    private IEnumerable<SessionStep> SendOnline()
    {
        yield return SessionStep.Call(SessionOperation.OpenOnline);
        foreach (var _ in gathering.Files)
        {
            yield return SessionStep.Call(SessionOperation.Send);
        }

        yield return SessionStep.Call(SessionOperation.CloseOnline);
    }
}

using KsefSimulator.Http;

namespace KsefSimulator.Sessions.Batch;

/// <summary>Closes a session with a package that has arrived whole, and hands it to the processor.</summary>
internal sealed class BatchClosing(SessionClosing closing, PartStore parts, BatchProcessor processor, TimeProvider time)
{
    /// <exception cref="KsefRefusal">21180 not open; 21208 too late; 21205 a part is missing; 21157 a part has another size than announced.</exception>
    public void Close(SessionState state)
    {
        closing.Close(state, RequireParts);
        processor.Enqueue(state);
    }

    private void RequireParts(Session session)
    {
        foreach (var part in session.BatchFile!.Parts)
        {
            if (parts.Find(session.ReferenceNumber, part.OrdinalNumber) is not { } received)
            {
                throw time.GetUtcNow() > session.DateCreated + SessionStatuses.UploadWindow(session) ? Refusals.UploadWindowOver() : Refusals.PartMissing(part.OrdinalNumber);
            }

            if (received.Size != part.Size)
            {
                throw Refusals.WrongPartSize($"Zadeklarowany rozmiar części '{part.OrdinalNumber}' nie zgadza się z rzeczywistym.");
            }
        }
    }
}

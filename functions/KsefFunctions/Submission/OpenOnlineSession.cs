using KsefFunctions.Pipeline;
using Microsoft.Azure.Functions.Worker;

namespace KsefFunctions.Submission;

/// <summary>
/// Opens an online session and writes down, before anything is sent, which invoices it is meant for. A session that was
/// opened and forgotten by a crash is empty and ends by itself.
/// </summary>
public sealed class OpenOnlineSession(KsefSteps steps, PackageStaging staging, SessionLedger sessions)
{
    [Function(nameof(OpenOnlineSession))]
    public Task<Answer<OpenedSession>> RunAsync([ActivityTrigger] SendInput input, CancellationToken cancellationToken) => steps.AskAsync(
        nameof(OpenOnlineSession),
        input.File,
        async ksef =>
        {
            var package = await staging.LoadAsync(input.Package.Folder, cancellationToken);
            var opened = await StaleKey.UnlessAsync(() => ksef.Online.OpenAsync(input.Submission.Form, package.Encryption, cancellationToken));
            if (opened is null)
            {
                return OpenedSession.NeedsFreshKey;
            }

            var intents = package.Invoices.Select(invoice => invoice.Invoice.InvoiceHash);
            await sessions.OpenedAsync(input, opened.ReferenceNumber.ToString(), [.. intents], cancellationToken);
            return new OpenedSession(opened.ReferenceNumber.ToString());
        },
        cancellationToken);
}

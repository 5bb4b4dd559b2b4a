using KsefSimulator.Access;
using KsefSimulator.Faults;
using KsefSimulator.Http;
using KsefSimulator.Limits;
using KsefSimulator.Numbers;
using KsefSimulator.Storage;

namespace KsefSimulator.Invoices;

/// <summary>GET /invoices/ksef/{ksefNumber}.</summary>
internal static class InvoiceDownloadEndpoints
{
    public static void MapInvoiceDownload(this IEndpointRouteBuilder api) => api
        .MapGet("/invoices/ksef/{ksefNumber}", Get)
        .WithName("InvoiceDownload").RequireAccess(Permission.InvoiceRead).RateLimited(RateLimitGroup.InvoiceDownload);

    private static IResult Get(string ksefNumber, HttpContext context, InvoiceLedger ledger, ContentStore contents, FaultSwitchboard faults, TimeProvider time)
    {
        if (!KsefNumbers.IsWellFormed(ksefNumber))
        {
            throw Refusals.InvalidInput($"Numer KSeF {ksefNumber} ma nieprawidłowy format.");
        }

        if (ledger.FindByKsefNumber(ksefNumber) is not { } invoice || !InvoiceParties.MaySee(context.Caller(), invoice))
        {
            throw Refusals.InvoiceNotFound(ksefNumber);
        }

        var delay = faults.HoldOf(context, FaultNames.InvoiceDelay, ksefNumber) ?? TimeSpan.Zero;
        return time.GetUtcNow() >= invoice.VisibleAt + delay
            ? Answer.Xml(context, contents.Read(invoice.Content!))
            : throw Refusals.InvoiceNotYetAvailable(ksefNumber);
    }
}

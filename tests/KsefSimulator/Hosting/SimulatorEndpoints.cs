using KsefSimulator.Admin;
using KsefSimulator.Authentication;
using KsefSimulator.Certificates;
using KsefSimulator.Http;
using KsefSimulator.Invoices;
using KsefSimulator.Invoices.Exports;
using KsefSimulator.Invoices.Queries;
using KsefSimulator.Latarnia;
using KsefSimulator.Limits;
using KsefSimulator.Permissions;
using KsefSimulator.PublicKeys;
using KsefSimulator.Samples;
using KsefSimulator.Sessions.Batch;
using KsefSimulator.Sessions.Online;
using KsefSimulator.Sessions.Status;
using KsefSimulator.StartPage;
using KsefSimulator.Storage;
using KsefSimulator.TestData;
using KsefSimulator.Tokens;
using KsefSimulator.Upo;

namespace KsefSimulator.Hosting;

/// <summary>Everything that answers.</summary>
internal static class SimulatorEndpoints
{
    public const string BasePath = "/v2";

    public static void MapSimulator(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup(BasePath);
        api.MapChallenge();
        api.MapXadesSignature();
        api.MapKsefToken();
        api.MapAuthenticationStatus();
        api.MapRedemption();
        api.MapAuthenticationSessions();
        api.MapPublicKeys();
        api.MapTokens();
        api.MapLimits();
        api.MapOnlineSessions();
        api.MapSendInvoice();
        api.MapBatchSessions();
        api.MapSessionList();
        api.MapSessionStatus();
        api.MapSessionInvoices();
        api.MapUpo();
        api.MapInvoiceDownload();
        api.MapMetadataQuery();
        api.MapExports();
        api.MapEnrollments();
        api.MapCertificates();
        api.MapGrants();
        api.MapRevocations();
        api.MapPermissionQueries();
        api.MapTestSubjects();
        api.MapTestPermissions();
        api.MapTestLimits();
        api.Map("/{**rest}", IResult () => throw HttpRefusal.NotImplemented()).WithName("NotImplemented");

        var storage = app.MapGroup(SignedLinks.Root);
        storage.MapPartUploads();
        storage.MapUpoDownloads();
        storage.MapExportDownloads();

        app.MapStartPage();
        app.MapLatarnia();
        var admin = app.MapGroup(AdminEndpoints.BasePath);
        admin.MapAdmin();
        admin.MapSampleInvoice();
    }
}

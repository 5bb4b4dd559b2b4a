using System.Security.Cryptography;
using System.Text;

namespace Ksef.Client.Tests;

public sealed class SimulatedOnlineSessionTests : IDisposable
{
    private readonly CertificateCredential _credential = new(Certificates.Ec(SimulatedKsef.Nip));

    [Fact]
    public async Task Send_ValidInvoice_BringsNumberInvoiceAndUpos()
    {
        await using var ksef = await SimulatedKsef.StartAsync();
        var client = ksef.Client(_credential);
        var invoice = ksef.Invoice("FV/1");
        using var key = await client.NewKeyAsync();

        var session = await client.OpenOnlineAsync(key);
        var reference = await client.SendAsync(session, key, invoice);
        await client.Online.CloseAsync(session, default);
        var status = await client.FinishedAsync(session);

        status.Code.ShouldBe(SessionStatusCode.Succeeded);
        (status.InvoiceCount, status.SuccessfulInvoiceCount).ShouldBe((1, 1));
        var accepted = (await client.Sessions.GetInvoicesAsync(session, default).ToListAsync()).ShouldHaveSingleItem();
        accepted.Code.ShouldBe(InvoiceStatusCode.Accepted);
        accepted.ReferenceNumber.ShouldBe(reference);
        accepted.InvoiceHash.ShouldBe(Convert.ToBase64String(SHA256.HashData(invoice)));
        var number = accepted.KsefNumber.ShouldNotBeNull();
        (number.IsValid, number.SellerNip).ShouldBe((true, SimulatedKsef.Nip));

        (await client.Invoices.GetAsync(number, default)).Content.ToArray().ShouldBe(invoice);
        var page = status.UpoPages.ShouldHaveSingleItem();
        DownloadedDocument[] upos =
        [
            await client.Sessions.GetUpoPageAsync(session, page.ReferenceNumber, default),
            await client.Sessions.DownloadUpoAsync(page.DownloadUrl!, default),
            await client.Sessions.GetInvoiceUpoAsync(session, number, default),
            await client.Sessions.GetInvoiceUpoAsync(session, reference, default),
            await client.Sessions.DownloadUpoAsync(accepted.UpoDownloadUrl!, default),
        ];
        upos.ShouldAllBe(upo => upo.Sha256 != null && Text(upo).Contains(number.Value));
    }

    [Fact]
    public async Task Send_SameInvoiceInAnotherSession_IsADuplicateThatNamesTheOriginal()
    {
        await using var ksef = await SimulatedKsef.StartAsync();
        var client = ksef.Client(_credential);
        var invoice = ksef.Invoice("FV/1");

        var first = await SubmitAsync(client, invoice);
        var second = await SubmitAsync(client, invoice);

        var original = (await client.Sessions.GetInvoicesAsync(first, default).ToListAsync()).Single();
        var duplicate = (await client.Sessions.GetFailedInvoicesAsync(second, default).ToListAsync()).ShouldHaveSingleItem();
        duplicate.Code.ShouldBe(InvoiceStatusCode.Duplicate);
        duplicate.OriginalKsefNumber.ShouldBe(original.KsefNumber);
        duplicate.OriginalSessionReferenceNumber.ShouldBe(first);
        (await client.Invoices.GetAsync(duplicate.OriginalKsefNumber!.Value, default)).Sha256.ShouldBe(duplicate.InvoiceHash, "it is our own");
        (await client.Sessions.GetAsync(second, default)).Code.ShouldBe(SessionStatusCode.NoValidInvoices);
    }

    [Fact]
    public async Task Send_DuplicateWithoutExtensions_IsNamedByItsDetails()
    {
        await using var ksef = await SimulatedKsef.StartAsync("440-no-extensions");
        var client = ksef.Client(_credential);

        var session = await SubmitAsync(client, ksef.Invoice("FV/1"));

        var duplicate = (await client.Sessions.GetFailedInvoicesAsync(session, default).ToListAsync()).ShouldHaveSingleItem();
        duplicate.Code.ShouldBe(InvoiceStatusCode.Duplicate);
        duplicate.Status.Extensions.ShouldBeEmpty();
        (await client.Invoices.GetAsync(duplicate.OriginalKsefNumber!.Value, default)).Sha256.ShouldBe(duplicate.InvoiceHash, "it is our own");
    }

    [Fact]
    public async Task Send_AnswerLost_InvoiceIsFoundByItsHash()
    {
        await using var ksef = await SimulatedKsef.StartAsync("send-202-lost:count=1");
        var client = ksef.Client(_credential);
        var invoice = ksef.Invoice("FV/1");
        using var key = await client.NewKeyAsync();
        var session = await client.OpenOnlineAsync(key);

        await Should.ThrowAsync<KsefUnavailableException>(() => client.SendAsync(session, key, invoice));

        var found = (await client.Sessions.GetInvoicesAsync(session, default).ToListAsync()).ShouldHaveSingleItem();
        found.InvoiceHash.ShouldBe(Convert.ToBase64String(SHA256.HashData(invoice)));
        ksef.Server.Requests["OnlineSessionSend"].ShouldBe(1);
    }

    [Fact]
    public async Task Close_AnswersFiveHundredAfterCommit_IsSentOnceAndTheSessionFinishes()
    {
        await using var ksef = await SimulatedKsef.StartAsync("close-500-after-commit");
        var client = ksef.Client(_credential);
        using var key = await client.NewKeyAsync();
        var session = await client.OpenOnlineAsync(key);
        await client.SendAsync(session, key, ksef.Invoice("FV/1"));

        await Should.ThrowAsync<KsefUnavailableException>(() => client.Online.CloseAsync(session, default));

        (await client.FinishedAsync(session)).Code.ShouldBe(SessionStatusCode.Succeeded);
        ksef.Server.Requests["OnlineSessionClose"].ShouldBe(1);
    }

    [Fact]
    public async Task Send_ToAClosedSession_IsRefused()
    {
        await using var ksef = await SimulatedKsef.StartAsync();
        var client = ksef.Client(_credential);
        using var key = await client.NewKeyAsync();
        var session = await client.OpenOnlineAsync(key);
        await client.SendAsync(session, key, ksef.Invoice("FV/1"));
        await client.Online.CloseAsync(session, default);

        (await Should.ThrowAsync<KsefApiException>(() => client.SendAsync(session, key, ksef.Invoice("FV/2"))))
            .Has(KsefErrorCode.WrongSessionStatus).ShouldBeTrue();
    }

    [Fact]
    public async Task Upo_WrongHashOnce_IsNotTrustedAndThenTaken()
    {
        await using var ksef = await SimulatedKsef.StartAsync("upo-hash-mismatch");
        var client = ksef.Client(_credential);
        var session = await SubmitAsync(client, ksef.Invoice("FV/1"));
        var page = (await client.Sessions.GetAsync(session, default)).UpoPages.Single();

        await Should.ThrowAsync<KsefIntegrityException>(() => client.Sessions.GetUpoPageAsync(session, page.ReferenceNumber, default));
        await client.Sessions.GetUpoPageAsync(session, page.ReferenceNumber, default);
    }

    [Fact]
    public async Task Call_TooManyRequests_TellsHowLongToWait()
    {
        await using var ksef = await SimulatedKsef.StartAsync();
        var client = ksef.Client(_credential);
        await client.AuthenticateAsync(default);
        ksef.Server.Faults.Enable("429-short");

        (await Should.ThrowAsync<KsefRateLimitException>(() => client.Limits.GetAsync(default))).RetryAfter.ShouldBe(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Read_GatewayAnswersHtmlOnce_IsTriedOnceMore()
    {
        await using var ksef = await SimulatedKsef.StartAsync();
        var client = ksef.Client(_credential);
        await client.AuthenticateAsync(default);
        ksef.Server.Faults.Enable("html-502");

        (await client.Limits.GetAsync(default)).OnlineSession.ShouldNotBeNull();
    }

    [Fact]
    public async Task Key_OfAnotherEnvironment_IsRefusedAndTheNextSessionWorks()
    {
        await using var ksef = await SimulatedKsef.StartAsync();
        var client = ksef.Client(_credential);
        using var stranger = new DecryptingKsef();
        using var wrong = SessionKey.Create(stranger.PublicKey);

        (await Should.ThrowAsync<KsefApiException>(() => client.OpenOnlineAsync(wrong))).Has(KsefErrorCode.UnknownPublicKey).ShouldBeTrue();

        using var right = await client.NewKeyAsync();
        (await client.OpenOnlineAsync(right)).Kind.ShouldBe("SO");
    }

    [Fact]
    public async Task List_ShowsTheSessionsOfTheContext()
    {
        await using var ksef = await SimulatedKsef.StartAsync();
        var client = ksef.Client(_credential);
        List<ReferenceNumber> opened = [];
        for (var count = 0; count < 12; count++)
        {
            using var key = await client.NewKeyAsync();
            opened.Add(await client.OpenOnlineAsync(key));
        }

        var listed = await client.Sessions.ListAsync(new SessionFilter(SessionType.Online) { PageSize = 10 }, default).ToListAsync();

        listed.Select(session => session.ReferenceNumber).ShouldBe(opened, ignoreOrder: true);
    }

    public void Dispose() => _credential.Certificate.Dispose();

    private static string Text(DownloadedDocument document) => Encoding.UTF8.GetString(document.Content.Span);

    private static async Task<ReferenceNumber> SubmitAsync(KsefContext client, byte[] invoice)
    {
        using var key = await client.NewKeyAsync();
        var session = await client.OpenOnlineAsync(key);
        await client.SendAsync(session, key, invoice);
        await client.Online.CloseAsync(session, default);
        await client.FinishedAsync(session);
        return session;
    }
}

using KsefFunctions.Errors;
using KsefFunctions.Files;
using KsefSimulator.Identity;
using KsefSimulator.Permissions;
using Microsoft.Extensions.DependencyInjection;
using SampleInvoices;

namespace KsefFunctions.Tests.Flow;

/// <summary>The invoice is right and KSeF lacks something: nobody is told to change it, and the same bytes go as soon as KSeF has what was missing.</summary>
public sealed class MissingRightTests
{
    private static readonly SampleParty OtherSeller = SampleParty.Seller with { Nip = SampleNips.Stranger };

    [Fact]
    public async Task Drop_SelfBillingWithoutPermission_SaysWhoGrantsItAndGoesWhenItIsGranted()
    {
        await using var app = await RunningApp.StartAsync();
        var content = (RunningApp.Invoice() with { Seller = OtherSeller, Buyer = SampleParty.Seller, SelfBilling = true }).ToBytes();

        var refused = await app.SettleAsync("self-billing.xml", content);
        app.Simulator.Services.GetRequiredService<PermissionDirectory>().Grant(new AuthorizationGrant(
            "1", OtherSeller.Nip!, new ContextIdentifier(ContextIdentifier.NipType, SampleNips.Seller), AuthorizationKind.SelfInvoicing, "Samofakturowanie", null, DateTimeOffset.UnixEpoch, null));
        var replayed = await ReplayAsync(app, refused);

        ShouldAskForTheRight(refused, "permission", "uprawnienie");
        replayed.Outcome.ShouldBe(FileOutcome.Accepted);
    }

    [Fact]
    public async Task Drop_AttachmentWithoutConsent_SaysWhereToRegisterAndGoesWhenItIsGiven()
    {
        await using var app = await RunningApp.StartAsync();
        var content = (RunningApp.Invoice() with { Attachment = new SampleAttachment() }).ToBytes();

        var refused = await app.SettleAsync("attachment.xml", content);
        app.Simulator.Services.GetRequiredService<AttachmentConsents>().Grant(SampleNips.Seller);
        var replayed = await ReplayAsync(app, refused);

        ShouldAskForTheRight(refused, "e-Urząd Skarbowy", "e-Urzędzie Skarbowym");
        replayed.Outcome.ShouldBe(FileOutcome.Accepted);
    }

    private static void ShouldAskForTheRight(FileRecord refused, string todo, string todoPl)
    {
        refused.Outcome.ShouldBe(FileOutcome.Rejected);
        var error = refused.Invoices.ShouldHaveSingleItem().Errors.ShouldHaveSingleItem();
        error.KsefCode.ShouldBe(410);
        var definition = ErrorCatalogue.Find(error.Code).ShouldNotBeNull();
        definition.WhatToDo.ShouldContain(todo);
        definition.WhatToDo.ShouldNotContain("Correct the invoice");
        definition.WhatToDoPl.ShouldContain(todoPl);
        definition.WhatToDoPl.ShouldNotContain("Popraw fakturę");
    }

    private static async Task<FileRecord> ReplayAsync(RunningApp app, FileRecord file)
    {
        (await app.PostAsync($"files/{file.Id}/replay", new { })).EnsureSuccessStatusCode();
        return await app.SettledAsync(file.Id, file.Paths[0], attempt: 2);
    }
}

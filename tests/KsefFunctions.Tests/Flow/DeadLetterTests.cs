using System.Net;
using Ksef.Client;
using KsefFunctions.Errors;
using KsefFunctions.Hosting;
using KsefFunctions.Ledger;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SampleInvoices;

namespace KsefFunctions.Tests.Flow;

public sealed class DeadLetterTests
{
    [Fact]
    public async Task Drop_NoCredential_IsDeadLetterAndGoesOutAfterReplay()
    {
        var credentials = new SwitchableCredentials();
        await using var app = await RunningApp.StartAsync(FlowMode.Automatic, credentials.Wrap);
        var content = RunningApp.Invoice().ToBytes();
        var (id, path) = (RunningApp.IdOf(content), $"{SampleNips.Seller}/no-key.xml");

        var dead = await app.SettleAsync("no-key.xml", content);
        credentials.Available = true;
        var replay = await app.PostAsync($"files/{id}/replay", new { });
        var replayed = await app.SettledAsync(id, path, attempt: 2);

        dead.Outcome.ShouldBe(FileOutcome.DeadLettered);
        dead.Errors.ShouldHaveSingleItem().Code.ShouldBe(KsefErrors.NoCredential.Code);
        dead.Errors[0].MessagePl.ShouldContain(SampleNips.Seller);
        replay.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        replayed.Outcome.ShouldBe(FileOutcome.Accepted);
        replayed.Attempt.ShouldBe(2);
    }

    [Fact]
    public async Task Drop_NoCredential_FilesAroundItGoOn()
    {
        var credentials = new SwitchableCredentials { Refused = SampleNips.Stranger, Available = true };
        await using var app = await RunningApp.StartAsync(FlowMode.Automatic, credentials.Wrap);

        var records = await Task.WhenAll(
            app.SettleAsync("theirs.xml", RunningApp.Invoice().SoldBy(SampleNips.Stranger).ToBytes(), SampleNips.Stranger),
            app.SettleAsync("ours.xml", RunningApp.Invoice().ToBytes()));

        records[0].Outcome.ShouldBe(FileOutcome.DeadLettered);
        records[1].Outcome.ShouldBe(FileOutcome.Accepted);
    }

    private sealed class SwitchableCredentials
    {
        public bool Available { get; set; }

        public string? Refused { get; init; }

        public void Wrap(IServiceCollection services)
        {
            var inner = services.Last(service => service.ServiceType == typeof(IKsefCredentialSource)).ImplementationType!;
            services.Replace(ServiceDescriptor.Singleton<IKsefCredentialSource>(
                provider => new Source(this, (IKsefCredentialSource)ActivatorUtilities.CreateInstance(provider, inner))));
        }

        private sealed class Source(SwitchableCredentials state, IKsefCredentialSource inner) : IKsefCredentialSource
        {
            public ValueTask<KsefCredential> GetAsync(ContextIdentifier context, CancellationToken cancellationToken) =>
                state.Available && context.Value != state.Refused
                    ? inner.GetAsync(context, cancellationToken)
                    : throw new PipelineException(KsefErrors.NoCredential, context.Value);
        }
    }
}

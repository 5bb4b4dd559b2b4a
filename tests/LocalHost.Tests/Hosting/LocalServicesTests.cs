using LocalHost.Cli;
using LocalHost.Hosting;

namespace LocalHost.Tests.Hosting;

public sealed class LocalServicesTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly StringWriter _errors = new();

    public void Dispose() => _errors.Dispose();

    [Theory]
    [InlineData("The Service Bus broker")]
    [InlineData("The Key Vault server")]
    public async Task Watch_PartEndsByItself_NamesItAndTheProgramEndsWithOne(string part)
    {
        await using LocalServices services = await LocalServices.StartAsync(new LocalServicesOptions(), CancellationToken.None);
        Task<int> running = ExitCode.OfAsync(new Terminal(TextWriter.Null, _errors, IsInteractive: false), async () =>
        {
            await services.WatchAsync();
            return ExitCode.Success;
        });
        running.IsCompleted.ShouldBeFalse();

        if (part == "The Key Vault server")
        {
            services.Vault.Lifetime.StopApplication();
        }
        else
        {
            await services.Broker.DisposeAsync();
        }

        (await running.WaitAsync(Patience)).ShouldBe(ExitCode.HostFailure);
        _errors.ToString().Trim().ShouldBe($"{part} ended unexpectedly.");
    }

    [Fact]
    public async Task Watch_StoppedInOrder_HasNothingToSay()
    {
        LocalServices services = await LocalServices.StartAsync(new LocalServicesOptions(), CancellationToken.None);
        Task watching = services.WatchAsync();

        await services.DisposeAsync();

        await watching.WaitAsync(Patience);
    }
}

namespace KsefFunctions.Tests.App;

/// <summary>One running deployable without faults for all tests that only need different files.</summary>
public sealed class SharedApp : IAsyncLifetime
{
    public HostedApp App { get; private set; } = null!;

    public async Task InitializeAsync() => App = await HostedApp.StartAsync();

    public async Task DisposeAsync() => await App.DisposeAsync();
}

[CollectionDefinition(Name)]
public sealed class SharedAppTests : ICollectionFixture<SharedApp>
{
    public const string Name = "one app without faults";
}

namespace KsefFunctions.Tests;

/// <summary>One app without faults for all tests that only need different files.</summary>
public sealed class SharedApp : IAsyncLifetime
{
    public RunningApp App { get; private set; } = null!;

    public async Task InitializeAsync() => App = await RunningApp.StartAsync();

    public async Task DisposeAsync() => await App.DisposeAsync();
}

[CollectionDefinition(Name)]
public sealed class SharedAppTests : ICollectionFixture<SharedApp>
{
    public const string Name = "one app without faults";
}

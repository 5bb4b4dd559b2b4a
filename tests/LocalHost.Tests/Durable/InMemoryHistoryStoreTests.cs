using LocalHost.Durable;

namespace LocalHost.Tests.Durable;

public sealed class InMemoryHistoryStoreTests : StoreTests
{
    protected override Task<IHistoryStore> NewStoreAsync() => Task.FromResult<IHistoryStore>(new InMemoryHistoryStore());
}

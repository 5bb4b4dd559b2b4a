using LocalHost.Host.Protos;
using LocalHost.Host.Worker;

namespace LocalHost.Tests.Host;

public sealed class WorkerHandshakeTests
{
    private static readonly StatusResult Success = new() { Status = StatusResult.Types.Status.Success };
    private static readonly StatusResult Failure = new()
    {
        Status = StatusResult.Types.Status.Failure,
        Exception = new RpcException { Message = "Two functions are called 'Sweep'.\n   at Worker.Index()\n   at Worker.Run()" },
    };

    private readonly WorkerChannel _channel = new(_ => { });
    private readonly MessageStream _fromWorker = new();
    private readonly MessageStream _toWorker = new();

    [Fact]
    public async Task Run_WorkerThatIsWell_HasItsAddressAndItsFunctions()
    {
        WorkerHandshake handshake = await RunAsync(Success, Success, Success);

        handshake.HttpUri.ShouldBe("http://127.0.0.1:5000");
        handshake.Functions.ShouldHaveSingleItem().Name.ShouldBe("Sweep");
    }

    [Fact]
    public async Task Run_WorkerRefusesToStart_SaysWhatItSaid() => await ShouldFailAsync(RunAsync(Failure, Success, Success), "The app could not start: ");

    [Fact]
    public async Task Run_WorkerCannotIndex_SaysWhatItSaid() => await ShouldFailAsync(RunAsync(Success, Failure, Success), "The app could not index its functions: ");

    [Fact]
    public async Task Run_WorkerCannotLoad_NamesTheFunction() =>
        await ShouldFailAsync(RunAsync(Success, Success, Failure), "The app could not load its function 'Sweep': ");

    private static async Task ShouldFailAsync(Task<WorkerHandshake> handshake, string message) =>
        (await Should.ThrowAsync<LocalHostException>(handshake)).Message.ShouldBe($"{message}Two functions are called 'Sweep'.");

    /// <summary>A worker that answers each question of the handshake with one of these.</summary>
    private async Task<WorkerHandshake> RunAsync(StatusResult start, StatusResult index, StatusResult load)
    {
        Task serving = _channel.ServeAsync(_fromWorker, _toWorker, CancellationToken.None);
        Task<WorkerHandshake> handshake = WorkerHandshake.RunAsync(_channel, "app");
        foreach (Action<StreamingMessage> answer in Answers(start, index, load))
        {
            Task<StreamingMessage> question = _toWorker.ReadAsync();
            if (await Task.WhenAny(question, handshake) == handshake)
            {
                break;
            }

            var message = new StreamingMessage { RequestId = (await question).RequestId };
            answer(message);
            await _fromWorker.WriteAsync(message);
        }

        return await handshake;
    }

    private static IEnumerable<Action<StreamingMessage>> Answers(StatusResult start, StatusResult index, StatusResult load) =>
    [
        message => message.WorkerInitResponse = new WorkerInitResponse { Result = start, Capabilities = { ["HttpUri"] = "http://127.0.0.1:5000" } },
        message => message.FunctionMetadataResponse = new FunctionMetadataResponse { Result = index, FunctionMetadataResults = { new RpcFunctionMetadata { Name = "Sweep" } } },
        message => message.FunctionLoadResponse = new FunctionLoadResponse { Result = load },
    ];
}

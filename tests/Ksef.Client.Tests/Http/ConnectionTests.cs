using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Ksef.Client.Tests;

/// <summary>What happens on the wire, below the reach of a scripted handler.</summary>
public sealed class ConnectionTests
{
    [Theory]
    [InlineData("auth/token/redeem", "")]
    [InlineData("sessions/online/x/close", "")]
    [InlineData("sessions/online/x/invoices", "<Faktura/>")]
    public async Task Post_ConnectionEndsBeforeTheAnswer_IsSentOnce(string path, string body)
    {
        await using var server = new RawServer(request => request.StartsWith("GET", StringComparison.Ordinal) ? Answer("200 OK", "{}") : null);
        var transport = Transport(server);
        await transport.SendAsync(KsefCall.Get("limits/context"), default);

        await Should.ThrowAsync<KsefUnavailableException>(() => transport.SendAsync(Call(path, body), default));

        server.Requests.Count(request => request.StartsWith("POST", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task Get_Redirect_IsNotFollowed()
    {
        await using var server = new RawServer(_ => Answer("307 Temporary Redirect", "<html/>", "Location: /v2/elsewhere\r\nContent-Type: text/html"));

        var exception = await Should.ThrowAsync<KsefUnavailableException>(() => Transport(server).SendAsync(KsefCall.Get("limits/context"), default));

        exception.Status.ShouldBe(HttpStatusCode.TemporaryRedirect);
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Get_NobodyListens_IsUnavailable()
    {
        var server = new RawServer(_ => null);
        await server.DisposeAsync();

        await Should.ThrowAsync<KsefUnavailableException>(() => Transport(server).SendAsync(KsefCall.Get("limits/context"), default));
    }

    [Fact]
    public async Task Get_AnswerBreaksOff_IsUnavailable()
    {
        await using var server = new RawServer(_ => "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{");

        await Should.ThrowAsync<KsefUnavailableException>(() => Transport(server).SendAsync(KsefCall.Get("limits/context"), default));
    }

    [Fact]
    public async Task Get_AnswerLargerThanAllowed_IsUnavailable()
    {
        await using var server = new RawServer(_ => Answer("200 OK", new string(' ', 2_000)));

        await Should.ThrowAsync<KsefUnavailableException>(() => Transport(server).SendAsync(KsefCall.Get("limits/context"), default));
    }

    private static KsefCall Call(string path, string body) =>
        body.Length == 0 ? KsefCall.Post(path) : KsefCall.Post(path).WithXml(Encoding.ASCII.GetBytes(body));

    private static KsefTransport Transport(RawServer server)
    {
        var services = new ServiceCollection();
        services.AddKsefClient(options =>
        {
            options.Environment = KsefEnvironment.Simulator(server.Address);
            options.RetryDelay = TimeSpan.Zero;
            options.MaxResponseSize = 1_000;
        });
        var provider = services.BuildServiceProvider();
        return new KsefTransport(
            provider.GetRequiredService<IHttpClientFactory>(),
            provider.GetRequiredService<IOptions<KsefClientOptions>>(),
            provider.GetRequiredService<ICallBudget>(),
            TimeProvider.System,
            NullLogger<KsefTransport>.Instance);
    }

    private static string Answer(string status, string body, string headers = "Content-Type: application/json") =>
        $"HTTP/1.1 {status}\r\n{headers}\r\nContent-Length: {body.Length}\r\n\r\n{body}";

    /// <summary>Answers each request with bytes, or ends the connection.</summary>
    private sealed class RawServer : IAsyncDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly List<string> _requests = [];
        private readonly Func<string, string?> _answer;
        private readonly Task _accepting;

        public RawServer(Func<string, string?> answer)
        {
            _answer = answer;
            _listener.Start();
            Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/v2/");
            _accepting = AcceptAsync();
        }

        public Uri Address { get; }

        public IReadOnlyList<string> Requests
        {
            get
            {
                lock (_requests)
                {
                    return [.. _requests];
                }
            }
        }

        public async ValueTask DisposeAsync()
        {
            _listener.Stop();
            await _accepting;
        }

        private async Task AcceptAsync()
        {
            try
            {
                while (true)
                {
                    _ = ServeAsync(await _listener.AcceptTcpClientAsync());
                }
            }
            catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
            {
                // Stopped.
            }
        }

        private async Task ServeAsync(TcpClient client)
        {
            using var connection = client;
            using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
            while (await ReadHeadAsync(reader) is { Length: > 0 } head)
            {
                lock (_requests)
                {
                    _requests.Add(head);
                }

                if (_answer(head) is not { } answer)
                {
                    return;
                }

                await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(answer));
                if (answer.EndsWith('{'))
                {
                    return;
                }
            }
        }

        private static async Task<string> ReadHeadAsync(StreamReader reader)
        {
            var head = new StringBuilder();
            while (await reader.ReadLineAsync() is { Length: > 0 } line)
            {
                head.AppendLine(line);
            }

            return head.ToString();
        }
    }
}

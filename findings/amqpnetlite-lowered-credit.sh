#!/usr/bin/env bash
# AMQPNetLite 2.5.5 (NuGet) as a broker's listener, Microsoft.Azure.Amqp 2.7.3 (NuGet; what Azure.Messaging.ServiceBus is built on)
# as the receiver.
#
# Guess:   a listener sends no more than the receiver's link credit allows, whichever way the receiver changes it (AMQP 1.0,
#          2.6.7: a receiver may lower its delivery limit). A receiver that goes from 10 to 5 then gets 5 messages.
# Really:  it gets 20: four times what it asked for and twice what it ever allowed. ContainerHost takes a lowered limit for a
#          credit of 0 and a change of -5, and its message source sends on. A raised limit, or one raised again after, is obeyed.
# Matters: a client of Service Bus lowers its credit when its prefetch count is turned down. A local stand-in for Service Bus on
#          this listener then locks messages that the real queue would leave to others. A broker of one's own counts the credit
#          itself, in a LinkEndpoint, from FlowContext.Messages: what it tells there is a difference, negative when lowered, and
#          the whole credit after that.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > finding.csproj <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <Nullable>enable</Nullable>
    <ImplicitUsings>enable</ImplicitUsings>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="AMQPNetLite" Version="2.5.5" />
    <PackageReference Include="Microsoft.Azure.Amqp" Version="2.7.3" />
  </ItemGroup>
</Project>
XML

cat > Program.cs <<'CS'
using System.Net;
using System.Net.Sockets;
using Amqp;
using Amqp.Listener;
using Client = Microsoft.Azure.Amqp;
using ClientFraming = Microsoft.Azure.Amqp.Framing;

string address = $"amqp://127.0.0.1:{FreePort()}";
ContainerHost listener = new(new Address(address));
listener.Open();
Console.WriteLine($"assemblies: AMQPNetLite {typeof(ContainerHost).Assembly.GetName().Version}, Microsoft.Azure.Amqp {typeof(Client.AmqpConnection).Assembly.GetName().Version}");

(uint[] Credits, int Delivered)[] expected = [([8], 8), ([5, 10], 10), ([10, 5, 8], 8), ([10, 5], 20)];

bool asStated = true;
foreach ((uint[] credits, int delivered) in expected)
{
    int seen = await DeliveredAsync(credits);
    Console.WriteLine($"credit {string.Join(", then ", credits)}: {seen} of 30 messages delivered");
    asStated &= seen == delivered;
}

listener.Close();
Console.WriteLine(asStated ? "as stated" : "NOT as stated");
return asStated ? 0 : 1;

async Task<int> DeliveredAsync(uint[] credits)
{
    string name = string.Join('-', credits);
    QueueOfThirty queue = new();
    listener.RegisterMessageSource(name, queue);

    Client.AmqpConnection connection = await new Client.AmqpConnectionFactory().OpenConnectionAsync(address);
    Client.AmqpSession session = connection.CreateSession(new Client.AmqpSessionSettings());
    await session.OpenAsync(TimeSpan.FromSeconds(30));
    Client.ReceivingAmqpLink link = new(session, new Client.AmqpLinkSettings
    {
        LinkName = name,
        Role = true,
        Source = new ClientFraming.Source { Address = name },
        Target = new ClientFraming.Target(),
        AutoSendFlow = false,
        SettleType = Client.SettleMode.SettleOnReceive,
    });
    int delivered = 0;
    link.RegisterMessageListener(message =>
    {
        Interlocked.Increment(ref delivered);
        link.DisposeMessage(message, new ClientFraming.Accepted(), settled: true, batchable: false);
    });
    await link.OpenAsync(TimeSpan.FromSeconds(30));

    foreach (uint credit in credits)
    {
        link.SetTotalLinkCredit(credit, applyNow: true, updateAutoFlow: false);
        await Task.Delay(1000);
    }

    queue.Fill();
    int before;
    do
    {
        before = delivered;
        await Task.Delay(2000);
    }
    while (delivered > before);

    await connection.CloseAsync(TimeSpan.FromSeconds(30));
    listener.UnregisterMessageSource(name);
    return delivered;
}

static int FreePort()
{
    using TcpListener probe = new(IPAddress.Loopback, 0);
    probe.Start();
    return ((IPEndPoint)probe.LocalEndpoint).Port;
}

/// <summary>A queue that is empty while the receiver sets its credit, and then holds thirty messages.</summary>
sealed class QueueOfThirty : IMessageSource
{
    private readonly TaskCompletionSource _filled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _taken;

    public void Fill() => _filled.SetResult();

    public async Task<ReceiveContext> GetMessageAsync(ListenerLink link)
    {
        await _filled.Task;
        if (Interlocked.Increment(ref _taken) > 30)
        {
            await Task.Delay(Timeout.Infinite);
        }

        return new ReceiveContext(link, new Message("invoice"));
    }

    public void DisposeMessage(ReceiveContext receiveContext, DispositionContext dispositionContext) => dispositionContext.Complete();
}
CS

dotnet build -c Release -o out --nologo -v quiet > build.log || { cat build.log; exit 1; }
dotnet out/finding.dll

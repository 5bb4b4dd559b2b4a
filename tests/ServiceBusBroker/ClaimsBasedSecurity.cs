using Amqp;
using Amqp.Framing;
using Amqp.Listener;
using Amqp.Sasl;
using Amqp.Types;

namespace ServiceBusBroker;

/// <summary>
/// The node <c>$cbs</c>, to which a client brings its tokens. Each is accepted, as the official emulator does:
/// whoever reaches this machine's loopback interface may send and receive.
/// </summary>
internal sealed class ClaimsBasedSecurity : IRequestProcessor
{
    public int Credit => 100;

    public void Process(RequestContext requestContext)
    {
        if (requestContext.ResponseLink is null)
        {
            return;
        }

        var response = new Message { ApplicationProperties = new ApplicationProperties() };
        response.ApplicationProperties["status-code"] = 202;
        response.ApplicationProperties["status-description"] = "Accepted";
        requestContext.Complete(response);
    }

    /// <summary>The mechanism by which clients of Service Bus say that their tokens will follow.</summary>
    internal sealed class Sasl() : SaslProfile(Name)
    {
        public static readonly Symbol Name = "MSSBCBS";

        private const ulong SaslInitCode = 0x41;

        protected override DescribedList GetStartCommand(string hostname) => null!;

        protected override DescribedList OnCommand(DescribedList command) =>
            command.Descriptor.Code == SaslInitCode ? new SaslOutcome { Code = SaslCode.Ok } : null!;

        protected override ITransport UpgradeTransport(ITransport transport) => transport;
    }
}

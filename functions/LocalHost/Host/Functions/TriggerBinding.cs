using System.Reflection.Emit;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.DurableTask;

namespace LocalHost.Host.Functions;

/// <summary>How the WebJobs SDK is told of a trigger.</summary>
/// <param name="ParameterType">What the SDK passes.</param>
/// <param name="Attribute">Null where the host itself starts the function: HTTP and timers.</param>
/// <param name="ReturnsValue">Whether the trigger takes back what the function returns.</param>
internal sealed record TriggerBinding(Type ParameterType, CustomAttributeBuilder? Attribute, bool ReturnsValue = false)
{
    public const string Http = "httpTrigger";
    public const string Timer = "timerTrigger";

    /// <exception cref="LocalHostException">The SDK's trigger for it is not part of this host.</exception>
    public static TriggerBinding For(DeclaredFunction function)
    {
        DeclaredBinding trigger = function.Trigger;
        (string, object?) connection = (nameof(trigger.Connection), trigger.Connection);
        return trigger.Type.ToUpperInvariant() switch
        {
            "ORCHESTRATIONTRIGGER" => new(typeof(string), Attributes.Build<OrchestrationTriggerAttribute>(), ReturnsValue: true),
            "ACTIVITYTRIGGER" => new(typeof(string), Attributes.Build<ActivityTriggerAttribute>(), ReturnsValue: true),
            "ENTITYTRIGGER" => new(typeof(string), Attributes.Build<EntityTriggerAttribute>(), ReturnsValue: true),
            "BLOBTRIGGER" => new(
                trigger.IsDeferred ? typeof(ParameterBindingData) : typeof(byte[]),
                Attributes.Build<BlobTriggerAttribute>(trigger.Path, connection, (nameof(BlobTriggerAttribute.Source), trigger.BlobSource))),
            "QUEUETRIGGER" => new(typeof(string), Attributes.Build<QueueTriggerAttribute>(trigger.QueueName, connection)),
            "HTTPTRIGGER" or "TIMERTRIGGER" => new(typeof(ManualInvocation), Attribute: null),
            _ => throw new LocalHostException($"The function '{function.Name}' has a trigger of the type '{trigger.Type}', which this host does not have."),
        };
    }

    public static CustomAttributeBuilder DurableClient(DeclaredBinding client) => Attributes.Build<DurableClientAttribute>(
        null, (nameof(DurableClientAttribute.TaskHub), client.TaskHub), (nameof(DurableClientAttribute.ConnectionName), client.ConnectionName));
}

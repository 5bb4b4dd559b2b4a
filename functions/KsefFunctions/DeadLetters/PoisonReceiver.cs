using System.Text.Json;
using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;

namespace KsefFunctions.DeadLetters;

/// <summary>Receives every dead letter to be: writes it into the ledger, tells the ERP, and moves the message into the real dead-letter queue with its reason.</summary>
public sealed partial class PoisonReceiver(DeadLetterLedger deadLetters, ILogger<PoisonReceiver> logger)
{
    public const string Queue = "invoices-poison";

    [Function(nameof(PoisonReceiver))]
    public async Task RunAsync(
        [ServiceBusTrigger(Queue, Connection = "ServiceBusConnection", AutoCompleteMessages = false)] ServiceBusReceivedMessage message,
        ServiceBusMessageActions actions,
        CancellationToken cancellationToken)
    {
        var envelope = JsonSerializer.Deserialize(message.Body.ToMemory().Span, PoisonJson.Default.PoisonEnvelope)
            ?? throw new JsonException("The message holds no envelope.");
        await deadLetters.RecordAsync(envelope, cancellationToken);
        LogDeadLetter(envelope.BlobName, envelope.ErrorCode, envelope.Step);
        await actions.DeadLetterMessageAsync(
            message,
            deadLetterReason: envelope.ErrorCode,
            deadLetterErrorDescription: envelope.Message,
            cancellationToken: cancellationToken);
    }

    [LoggerMessage(4001, LogLevel.Error, "{BlobName} is a dead letter: {ErrorCode} in {Step}")]
    private partial void LogDeadLetter(string blobName, string errorCode, string? step);
}

using LocalHost.Queues;

namespace LocalHost.Triggers.Http;

/// <summary>Lets operators look into dead-letter queues, as they would with Service Bus Explorer.</summary>
internal static class DeadLetterRoutes
{
    public static void MapDeadLetters(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/admin/queues/{queue}/deadletters", (RequestDelegate)ListAsync);

    private static async Task ListAsync(HttpContext context)
    {
        if (!context.RequestServices.GetRequiredService<FunctionKey>().Opens(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        LocalQueue queue = await context.RequestServices.GetRequiredService<LocalQueues>().ServiceBusAsync((string)context.Request.RouteValues["queue"]!);
        var letters = new List<DeadLetter>();
        await foreach (QueueMessage message in queue.PeekDeadLettersAsync(context.RequestAborted))
        {
            letters.Add(new DeadLetter(
                message.SequenceNumber, message.MessageId, message.EnqueuedTime, message.DeliveryCount,
                message.DeadLetterReason, message.DeadLetterErrorDescription, new BinaryData(message.Body).ToString()));
        }

        await context.Response.WriteAsJsonAsync(letters, context.RequestAborted);
    }
}

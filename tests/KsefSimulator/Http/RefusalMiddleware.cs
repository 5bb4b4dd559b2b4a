namespace KsefSimulator.Http;

/// <summary>Turns refusals thrown anywhere below into KSeF's error bodies.</summary>
internal sealed class RefusalMiddleware(RequestDelegate next, TimeProvider time, ILogger<RefusalMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (KsefRefusal refusal)
        {
            logger.LogDebug("{Method} {Path} refused: {Code}", context.Request.Method, context.Request.Path, refusal.Code);
            await RefusalWriter.WriteAsync(context, refusal, time.GetUtcNow());
        }
        catch (HttpRefusal refusal)
        {
            logger.LogDebug("{Method} {Path} refused: HTTP {Status}", context.Request.Method, context.Request.Path, refusal.Status);
            await RefusalWriter.WriteAsync(context, refusal, time.GetUtcNow());
        }
        catch (BadHttpRequestException exception) when (!context.Response.HasStarted)
        {
            await RefusalWriter.WriteAsync(context, Refusals.InvalidInput(exception.Message), time.GetUtcNow());
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            logger.LogDebug("{Method} {Path} abandoned by the client", context.Request.Method, context.Request.Path);
        }
    }
}

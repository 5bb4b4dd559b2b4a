using KsefSimulator.Access;

namespace KsefSimulator.Faults;

/// <summary>Carries out the faults on the wire. Stands behind the access check, so that a fault is about a request that would have been served.</summary>
internal sealed class WireFaultMiddleware(RequestDelegate next, FaultSwitchboard faults, SimulatorOptions options)
{
    private static readonly IReadOnlyList<FaultDefinition> OnTheWire = FaultCatalogue.All.Where(fault => fault.Wire is not null).ToList();

    public async Task InvokeAsync(HttpContext context)
    {
        if (Striking(context)?.Wire is not { } fault)
        {
            await next(context);
            return;
        }

        if (fault.AfterCommit)
        {
            await CarryOutUnseenAsync(context);
        }

        await fault.RespondAsync(context, options);
    }

    private FaultDefinition? Striking(HttpContext context)
    {
        var isQuiet = faults.Rules.Count == 0 && !context.Request.Headers.ContainsKey(FaultSwitchboard.Header);
        if (isQuiet || context.GetEndpoint()?.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName is not { } operation)
        {
            return null;
        }

        var caller = context.Features.Get<Caller>();
        var subject = $"{operation}|{caller?.Context.Key}";
        return OnTheWire.FirstOrDefault(fault =>
            (fault.Wire!.Operations.Count == 0 ? caller is not null : fault.Wire.Operations.Contains(operation)) && faults.Strikes(context, fault.Name, subject));
    }

    private async Task CarryOutUnseenAsync(HttpContext context)
    {
        var answer = context.Response.Body;
        context.Response.Body = new MemoryStream();
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = answer;
        }

        context.Response.Clear();
    }
}

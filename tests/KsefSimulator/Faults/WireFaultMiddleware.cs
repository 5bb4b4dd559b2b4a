using KsefSimulator.Access;
using KsefSimulator.Settings;

namespace KsefSimulator.Faults;

/// <summary>Carries out the faults on the wire. Stands behind the access check, so that a fault is about a request that would have been served.</summary>
internal sealed class WireFaultMiddleware(RequestDelegate next, FaultSwitchboard faults, SimulatorOptions options)
{
    private static readonly IReadOnlyList<FaultDefinition> OnTheWire = FaultCatalogue.All.Where(fault => fault.Wire is not null).ToList();

    /// <summary>What the count of a fault on the wire is counted per.</summary>
    public static string SubjectOf(HttpContext context) => $"{Operation(context)}|{context.Features.Get<Caller>()?.Context.Key}";

    public async Task InvokeAsync(HttpContext context)
    {
        var candidates = faults.IsQuiet(context) ? [] : Candidates(context);
        if (Striking(context, candidates.Where(fault => !fault.Wire!.AfterCommit)) is { } instead)
        {
            await instead.RespondAsync(context, options);
        }
        else if (candidates.Where(fault => fault.Wire!.AfterCommit).ToList() is { Count: > 0 } after)
        {
            await CarryOutAsync(context, after);
        }
        else
        {
            await next(context);
        }
    }

    private static string? Operation(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName;

    private List<FaultDefinition> Candidates(HttpContext context)
    {
        var operation = Operation(context);
        var hasCaller = context.Features.Get<Caller>() is not null;
        return OnTheWire
            .Where(fault => operation is not null && (fault.Wire!.Operations.Count == 0 ? hasCaller : fault.Wire.Operations.Contains(operation)))
            .Where(fault => faults.Find(context, fault.Name) is not null)
            .ToList();
    }

    private WireFault? Striking(HttpContext context, IEnumerable<FaultDefinition> candidates) =>
        candidates.FirstOrDefault(fault => faults.Strikes(context, fault.Name, SubjectOf(context)))?.Wire;

    // The trial comes after the work: a request that is refused has no answer worth losing, and must not use up a count.
    private async Task CarryOutAsync(HttpContext context, List<FaultDefinition> after)
    {
        var answer = context.Response.Body;
        using var unseen = new MemoryStream();
        context.Response.Body = unseen;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = answer;
        }

        if (Striking(context, after) is { } fault)
        {
            context.Response.Clear();
            await fault.RespondAsync(context, options);
            return;
        }

        unseen.Position = 0;
        await unseen.CopyToAsync(answer, context.RequestAborted);
    }
}

using KsefFunctions.Files;
using Microsoft.DurableTask;

namespace KsefFunctions.Orchestrators;

/// <summary>The flow of a consignment, which counts its steps.</summary>
internal sealed class ConsignmentFlow(TaskOrchestrationContext context, ConsignmentReference consignment) : DurableFlow(context, consignment.Settings)
{
    /// <summary>The consignment, at the place of the step that was called last.</summary>
    public ConsignmentReference Consignment { get; private set; } = consignment;

    /// <summary>The consignment at its next place in the flow.</summary>
    public ConsignmentReference NextStep() => Consignment = Consignment with { Place = Consignment.Place + 1 };
}

namespace Ksef.Invoices.Structure;

/// <summary>What becomes of some children, or what is put in beside them.</summary>
/// <param name="Act">What is done.</param>
/// <param name="Run">The children; <see langword="null"/> when something is put in.</param>
/// <param name="Slot">The place they take; <see langword="null"/> when they go.</param>
internal sealed record AlignmentStep(AlignmentAct Act, ChildRun? Run, ModelSlot? Slot);

/// <summary>The ways of making children fit.</summary>
internal enum AlignmentAct
{
    /// <summary>They stay.</summary>
    Keep,

    /// <summary>They do not belong there.</summary>
    Drop,

    /// <summary>Something is missing there.</summary>
    Insert,

    /// <summary>They belong there, but stand elsewhere.</summary>
    Move,
}

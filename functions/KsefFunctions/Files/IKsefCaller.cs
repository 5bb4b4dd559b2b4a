namespace KsefFunctions.Files;

/// <summary>In whose name a step asks KSeF, and where the answers are kept.</summary>
public interface IKsefCaller : ITracedFile
{
    /// <summary>Id in the ledger, of the file or of the consignment.</summary>
    string Id { get; }

    string ContextNip { get; }

    /// <summary>Where the step stands.</summary>
    StepPlace StepPlace { get; }

    /// <summary>Folder in the container <c>archive</c> for what KSeF answers.</summary>
    string EvidenceFolder { get; }
}

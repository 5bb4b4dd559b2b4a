namespace KsefFunctions.Orchestrators;

/// <summary>Name of the external event that carries a person's decision to a waiting file.</summary>
public static class ApprovalEvent
{
    public const string Name = "Approval";
}

namespace KsefFunctions.Files;

/// <summary>What the steps of a flow write down: how far it has come, in which attempt, and whether it is over.</summary>
public interface IStepRecord<TSelf>
    where TSelf : IStepRecord<TSelf>
{
    /// <summary>Counts the runs of the flow, from 1.</summary>
    int Attempt { get; }

    /// <summary>How far the flow of this attempt has come; null before its first step.</summary>
    FlowPosition? Position { get; }

    /// <summary>The flow has ended; only a later attempt changes anything.</summary>
    bool IsFinal { get; }

    /// <summary>The record at another place of its flow.</summary>
    TSelf At(FlowPosition position);

    /// <summary>The record, held back by KSeF's limit of calls.</summary>
    TSelf Waiting(DateTimeOffset until);
}

namespace Ksef.Client;

/// <summary>A number that KSeF gives, and that a client only keeps and repeats.</summary>
/// <typeparam name="TSelf">Kind of number.</typeparam>
public interface IGivenNumber<TSelf>
    where TSelf : struct, IGivenNumber<TSelf>
{
    /// <summary>The number as KSeF writes it; empty for <c>default</c>.</summary>
    string Value { get; }

    /// <summary>Takes what KSeF sent without judging it.</summary>
    static abstract TSelf FromKsef(string value);
}

using System.Collections.Frozen;

namespace KsefFunctions.Answers;

/// <summary>The answers of one kind, by their numbers.</summary>
/// <param name="answers">In the order of their codes.</param>
public sealed class AnswerTable(IReadOnlyList<KsefAnswer> answers)
{
    private readonly FrozenDictionary<int, KsefAnswer> _byCode = answers.ToFrozenDictionary(answer => answer.Code);

    /// <summary>In the order of their codes.</summary>
    public IReadOnlyList<KsefAnswer> All => answers;

    /// <summary>The entry of a code; null when it is not listed.</summary>
    public KsefAnswer? Find(int code) => _byCode.GetValueOrDefault(code);
}

using KsefSimulator.Identity;
using KsefSimulator.Storage;

namespace KsefSimulator.Limits;

/// <summary>How many certificates a subject may apply for and hold.</summary>
internal sealed record SubjectLimits(int MaxEnrollments, int MaxCertificates);

/// <summary>Certificate limits per subject: 300 and 100 for a NIP, 12 and 6 for others, unless changed.</summary>
internal sealed class SubjectLimitBook(Journal journal)
{
    private readonly JournaledSet<SubjectLimits> _changed = new(journal, "subject-limits", LimitJson.Types.SubjectLimits);

    public SubjectLimits Of(SubjectIdentifier subject) =>
        _changed.TryGet(subject.Key, out var limits) ? limits : subject.Type == SubjectIdentifier.NipType ? new SubjectLimits(300, 100) : new SubjectLimits(12, 6);

    public void Set(SubjectIdentifier subject, SubjectLimits limits) => _changed.Put(subject.Key, limits);

    public void Reset(SubjectIdentifier subject) => _changed.Remove(subject.Key);
}

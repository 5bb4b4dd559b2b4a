using KsefSimulator.Access;
using KsefSimulator.Authentication;
using KsefSimulator.Json;
using KsefSimulator.Storage;

namespace KsefSimulator.Permissions;

/// <summary>Who may do what in which context.</summary>
internal sealed class PermissionDirectory(Journal journal)
{
    private readonly JournaledSet<AuthorizationGrant> _authorizations = new(journal, "authorization", Wire.State.AuthorizationGrant);
    private readonly JournaledSet<TestPerson> _persons = new(journal, "person", Wire.State.TestPerson);

    /// <summary>The permissions a subject has in a context, empty when it has none.</summary>
    public IReadOnlyList<string> Of(ContextIdentifier context, SubjectIdentifier subject)
    {
        if (!IsOwner(context, subject))
        {
            return [];
        }

        return _persons.TryGet(context.Value, out var person) && person.IsBailiff ? [Permission.Owner, Permission.EnforcementOperations] : [Permission.Owner];
    }

    /// <summary>Whether the seller has authorized the context's entity to do this in its name.</summary>
    public bool IsAuthorized(string sellerNip, ContextIdentifier context, string kind) =>
        _authorizations.Values.Any(grant => grant.AuthorizingNip == sellerNip && grant.Authorized == context && grant.Kind == kind);

    private bool IsOwner(ContextIdentifier context, SubjectIdentifier subject) =>
        context.Type != ContextIdentifier.PeppolIdType
        && context.Nip is { } nip
        && (subject == new SubjectIdentifier(SubjectIdentifier.NipType, nip)
            || (subject.Type == SubjectIdentifier.PeselType && _persons.TryGet(nip, out var person) && person.Pesel == subject.Value));
}

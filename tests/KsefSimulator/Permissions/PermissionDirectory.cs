using KsefSimulator.Access;
using KsefSimulator.Identity;
using KsefSimulator.Storage;

namespace KsefSimulator.Permissions;

/// <summary>Who may do what in which context.</summary>
internal sealed class PermissionDirectory(Journal journal, TestRegister register)
{
    private readonly JournaledSet<AuthorizationGrant> _authorizations = new(journal, "authorization", PermissionJson.Types.AuthorizationGrant);
    private readonly JournaledSet<PermissionGrant> _grants = new(journal, "grant", PermissionJson.Types.PermissionGrant);

    public IEnumerable<PermissionGrant> Grants => _grants.Values.OrderByDescending(grant => grant.StartDate).ThenBy(grant => grant.Id, StringComparer.Ordinal);

    public IEnumerable<AuthorizationGrant> Authorizations => _authorizations.Values.OrderByDescending(grant => grant.StartDate).ThenBy(grant => grant.Id, StringComparer.Ordinal);

    /// <summary>The permissions a subject has in a context, empty when it has none.</summary>
    public IReadOnlyList<string> Of(ContextIdentifier context, SubjectIdentifier subject)
    {
        if (IsOwner(context, subject))
        {
            return register.MayEnforce(context.Nip!) ? [Permission.Owner, Permission.EnforcementOperations] : [Permission.Owner];
        }

        return _grants.Values.Where(grant => grant.Context == context && IsSame(grant.Subject, subject)).Select(grant => grant.Scope).Distinct().ToList();
    }

    public void Grant(PermissionGrant grant) => _grants.Put(grant.Id, grant);

    public void Grant(AuthorizationGrant grant) => _authorizations.Put(grant.Id, grant);

    /// <returns>Whether there was such a grant in the context.</returns>
    public bool Revoke(ContextIdentifier context, string id)
    {
        var found = _grants.TryGet(id, out var grant) && grant.Context == context;
        if (found)
        {
            _grants.Remove(id);
        }

        return found;
    }

    /// <returns>Whether there was such an authorization by the context's entity.</returns>
    public bool RevokeAuthorization(ContextIdentifier context, string id)
    {
        var found = _authorizations.TryGet(id, out var grant) && grant.AuthorizingNip == context.Nip;
        if (found)
        {
            _authorizations.Remove(id);
        }

        return found;
    }

    /// <summary>Takes everything away that the subject was granted in the context, or (without a context) anywhere.</summary>
    public void RevokeAll(ContextIdentifier? context, SubjectIdentifier subject)
    {
        foreach (var grant in _grants.Values.Where(grant => (context is null || grant.Context == context) && grant.Subject == subject))
        {
            _grants.Remove(grant.Id);
        }
    }

    /// <summary>Whether the seller has authorized the context's entity to do this in its name.</summary>
    public bool IsAuthorized(string sellerNip, ContextIdentifier context, string kind) =>
        _authorizations.Values.Any(grant => grant.AuthorizingNip == sellerNip && grant.Authorized == context && grant.Kind == kind);

    /// <summary>Whether both identify the same: equal, or NIP and PESEL of one person of the test data.</summary>
    public bool IsSame(SubjectIdentifier one, SubjectIdentifier other) => one == other || IsPersonOf(one, other) || IsPersonOf(other, one);

    private bool IsPersonOf(SubjectIdentifier nip, SubjectIdentifier pesel) =>
        nip.Type == SubjectIdentifier.NipType && pesel.Type == SubjectIdentifier.PeselType && register.Person(nip.Value)?.Pesel == pesel.Value;

    private bool IsOwner(ContextIdentifier context, SubjectIdentifier subject) =>
        context.Type != ContextIdentifier.PeppolIdType && context.Nip is { } nip && IsSame(new SubjectIdentifier(SubjectIdentifier.NipType, nip), subject);
}

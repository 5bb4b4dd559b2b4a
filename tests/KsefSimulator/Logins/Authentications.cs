using KsefSimulator.Http;
using KsefSimulator.Identity;
using KsefSimulator.Numbers;
using KsefSimulator.Settings;
using KsefSimulator.Storage;

namespace KsefSimulator.Logins;

/// <summary>All logins. Their status can be asked for seven days; tokens are handed out once.</summary>
internal sealed class Authentications(Journal journal, ReferenceNumbers numbers, TimeProvider time, SimulatorOptions options)
{
    private static readonly TimeSpan Retention = TimeSpan.FromDays(7);
    private readonly JournaledSet<AuthenticationOperation> _operations = new(journal, "auth", LoginJson.Types.AuthenticationOperation);
    private readonly Lock _lock = new();

    public static TimeSpan OperationLifetime => Retention;

    public AuthenticationOperation Start(
        ContextIdentifier context,
        SubjectIdentifier subject,
        CertificateSubjectData? certificateSubject,
        AuthenticationMethod method,
        AddressPolicy policy,
        StatusInfo outcome,
        string? tokenReference = null,
        string? documentHash = null)
    {
        var now = time.GetUtcNow();
        var operation = new AuthenticationOperation
        {
            ReferenceNumber = numbers.Next(ReferenceKind.Authentication),
            Context = context,
            Subject = subject,
            CertificateSubject = certificateSubject,
            Method = method,
            Policy = policy,
            StartDate = now,
            CompletesAt = now + options.ProcessingDelay,
            Outcome = outcome,
            TokenReference = tokenReference,
            DocumentHash = documentHash,
        };
        Save(operation);
        return operation;
    }

    /// <exception cref="KsefRefusal">21304 when there is no such login.</exception>
    /// <exception cref="HttpRefusal">410 when it is older than seven days.</exception>
    public AuthenticationOperation Get(string reference)
    {
        if (!_operations.TryGet(reference, out var operation))
        {
            throw Refusals.AuthenticationNotFound(reference);
        }

        return time.GetUtcNow() - operation.StartDate <= Retention
            ? operation
            : throw HttpRefusal.Gone("Status operacji uwierzytelnienia nie jest już dostępny.");
    }

    public AuthenticationOperation? Find(string reference) => _operations.TryGet(reference, out var operation) ? operation : null;

    /// <summary>Marks the tokens as handed out.</summary>
    /// <exception cref="KsefRefusal">21301: not finished successfully, or handed out before.</exception>
    public AuthenticationOperation Redeem(string reference)
    {
        lock (_lock)
        {
            var operation = Get(reference);
            var status = operation.StatusAt(time.GetUtcNow());
            if (status == AuthenticationStatus.Deceased)
            {
                throw Refusals.DeceasedPerson();
            }

            if (status.Code != AuthenticationStatus.Succeeded.Code)
            {
                throw Refusals.NotAuthorised($"Status uwierzytelniania ({status.Code}) nie pozwala na pobranie tokenów.");
            }

            if (operation.IsRedeemed)
            {
                throw Refusals.NotAuthorised($"Tokeny dla operacji uwierzytelniania {reference} zostały już pobrane.");
            }

            return Save(operation with { IsRedeemed = true, RefreshValidUntil = time.GetUtcNow() + options.RefreshTokenLifetime });
        }
    }

    /// <exception cref="KsefRefusal">21301 when the login was revoked.</exception>
    public AuthenticationOperation Refresh(string reference)
    {
        lock (_lock)
        {
            var operation = Get(reference);
            var status = operation.StatusAt(time.GetUtcNow());
            return status.Code == AuthenticationStatus.Succeeded.Code
                ? Save(operation with { LastRefresh = time.GetUtcNow() })
                : throw Refusals.NotAuthorised($"Status uwierzytelnienia ({status.Code}) nie pozwala na odświeżenie tokenu dostępowego.");
        }
    }

    public void Revoke(string reference)
    {
        lock (_lock)
        {
            if (_operations.TryGet(reference, out var operation))
            {
                Save(operation with { IsRevoked = true });
            }
        }
    }

    /// <summary>Logins whose tokens were handed out and can still be refreshed, newest first.</summary>
    public IReadOnlyList<AuthenticationOperation> Active(ContextIdentifier context, SubjectIdentifier subject)
    {
        var now = time.GetUtcNow();
        return _operations.Values
            .Where(operation => operation.Context == context && operation.Subject == subject && operation.IsRedeemed && !operation.IsRevoked && operation.RefreshValidUntil > now)
            .OrderByDescending(operation => operation.StartDate)
            .ThenByDescending(operation => operation.ReferenceNumber, StringComparer.Ordinal)
            .ToList();
    }

    private AuthenticationOperation Save(AuthenticationOperation operation)
    {
        _operations.Put(operation.ReferenceNumber, operation);
        return operation;
    }
}

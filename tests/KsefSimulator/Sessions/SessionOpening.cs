using Ksef.Invoices;
using KsefSimulator.Access;
using KsefSimulator.Faults;
using KsefSimulator.Numbers;
using KsefSimulator.PublicKeys;
using KsefSimulator.Settings;

namespace KsefSimulator.Sessions;

/// <summary>Opens sessions of both kinds.</summary>
internal sealed class SessionOpening(SessionStore sessions, KeyRing keys, ReferenceNumbers numbers, FaultSwitchboard faults, TimeProvider time, SimulatorOptions options)
{
    public SessionState Open(HttpContext context, SessionKind kind, InvoiceSchema schema, EncryptionBody? encryption, BatchFile? file = null, bool offlineMode = false)
    {
        var caller = context.Caller();
        RotateKeys(context, caller);
        var (key, vector) = ClientEncryption.Unwrap(encryption, keys);
        var struck = faults.StrikeAll(context, FaultNames.OfSessions, caller.Context.Key);
        if (struck.Contains(FaultNames.KeyFailureAfterOpen))
        {
            key = null;
        }

        TimeSpan? Length(string fault) => struck.Contains(fault) ? faults.Find(context, fault)?.Duration : null;
        var now = time.GetUtcNow();
        return sessions.Add(new Session
        {
            ReferenceNumber = numbers.Next(kind == SessionKind.Online ? ReferenceKind.OnlineSession : ReferenceKind.BatchSession),
            Kind = kind,
            Context = caller.Context,
            Subject = caller.Subject,
            LoginReferenceNumber = caller.Login.ReferenceNumber,
            SystemCode = schema.SystemCode,
            SymmetricKey = key,
            InitializationVector = vector,
            OfflineMode = offlineMode,
            DateCreated = now,
            ValidUntil = now + (Length(FaultNames.ShortSession) ?? options.SessionLifetime),
            Hold = Length(FaultNames.StuckProcessing),
            Failure = kind == SessionKind.Online && key is null ? ClientEncryption.KeyFailure : null,
            BatchFile = file,
            UpoPages = kind == SessionKind.Online ? [numbers.Next(ReferenceKind.UpoPage)] : [],
            Faults = struck,
        });
    }

    private void RotateKeys(HttpContext context, Caller caller)
    {
        var withdrawn = faults.Strikes(context, FaultNames.KeyWithdrawn, caller.Context.Key);
        if (withdrawn || faults.Strikes(context, FaultNames.KeyRotated, caller.Context.Key))
        {
            keys.Rotate(KeyUsage.SymmetricKeyEncryption, withdrawn);
        }
    }
}

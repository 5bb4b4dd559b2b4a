using System.Security.Cryptography.X509Certificates;
using KsefSimulator.Http;
using KsefSimulator.Identity;
using KsefSimulator.Logins;
using KsefSimulator.Permissions;

namespace KsefSimulator.Authentication;

/// <summary>Decides how a login with a verified signature or token ends.</summary>
internal sealed class LoginDecision(PermissionDirectory permissions, TestRegister register, CertificateTrust trust, BlockedContexts blocked)
{
    public AuthenticationMethod MethodOf(X509Certificate2 certificate) => trust.MethodOf(certificate);

    public StatusInfo Decide(ContextIdentifier context, SubjectIdentifier subject, X509Certificate2 certificate, bool verifyChain) =>
        trust.Objection(certificate, verifyChain) ?? Decide(context, subject);

    public StatusInfo Decide(ContextIdentifier context, SubjectIdentifier subject)
    {
        if (blocked.Contains(context))
        {
            return AuthenticationStatus.Blocked;
        }

        if (register.IsDeceased(subject.Type, subject.Value))
        {
            return AuthenticationStatus.Deceased;
        }

        return permissions.Of(context, subject).Count == 0 ? AuthenticationStatus.NoPermissions : AuthenticationStatus.Succeeded;
    }
}

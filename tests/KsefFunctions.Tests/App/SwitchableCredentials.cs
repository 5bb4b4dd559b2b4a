using Ksef.Client;
using KsefFunctions.Errors;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace KsefFunctions.Tests.App;

/// <summary>Credentials that a test can take away and give back.</summary>
internal sealed class SwitchableCredentials
{
    public bool Available { get; set; }

    public string? Refused { get; init; }

    public void Wrap(IServiceCollection services)
    {
        var inner = services.Last(service => service.ServiceType == typeof(IKsefCredentialSource)).ImplementationType!;
        services.Replace(ServiceDescriptor.Singleton<IKsefCredentialSource>(
            provider => new Source(this, (IKsefCredentialSource)ActivatorUtilities.CreateInstance(provider, inner))));
    }

    private sealed class Source(SwitchableCredentials state, IKsefCredentialSource inner) : IKsefCredentialSource
    {
        public ValueTask<KsefCredential> GetAsync(ContextIdentifier context, CancellationToken cancellationToken) =>
            state.Available && context.Value != state.Refused
                ? inner.GetAsync(context, cancellationToken)
                : throw new PipelineException(CertificateErrors.NoCredential, context.Value);
    }
}

using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Ksef.Client;

/// <summary>Registration of the client.</summary>
public static class KsefClientServices
{
    /// <summary>Name of the HTTP client that all calls use.</summary>
    public const string HttpClientName = KsefTransport.HttpClientName;

    /// <summary>
    /// Registers <see cref="KsefContexts"/>. The application registers its <see cref="IKsefCredentialSource"/>, and before this call an
    /// <see cref="ICallBudget"/> if it has one of its own.
    /// </summary>
    /// <param name="services">Where to.</param>
    /// <param name="configure">Environment, timeouts, warnings.</param>
    /// <returns>The HTTP client, for handlers of the application's own. Handlers see tokens and signed addresses.</returns>
    public static IHttpClientBuilder AddKsefClient(this IServiceCollection services, Action<KsefClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.Configure(configure);
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ICallBudget, CountedCalls>();
        services.TryAddSingleton<LimitMeter>();
        services.TryAddSingleton<LimitReader>();
        services.TryAddSingleton<KsefContexts>();

        // The factory's own logging writes whole addresses, and those of parts and UPOs are keys to them.
        return services.AddHttpClient(HttpClientName)
            .ConfigureHttpClient((provider, client) =>
            {
                client.Timeout = Timeout.InfiniteTimeSpan;
                client.MaxResponseContentBufferSize = provider.GetRequiredService<IOptions<KsefClientOptions>>().Value.MaxResponseSize;
            })
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,

                // Its own spans hold whole paths, and KSeF has no use for our trace ids.
                ActivityHeadersPropagator = null,
                AutomaticDecompression = DecompressionMethods.All,
                ConnectTimeout = TimeSpan.FromSeconds(15),
                PooledConnectionIdleTimeout = TimeSpan.FromSeconds(60),
            })
            .RemoveAllLoggers();
    }
}

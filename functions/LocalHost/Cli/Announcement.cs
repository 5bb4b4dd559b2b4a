using LocalHost.Host;
using LocalHost.Hosting;

namespace LocalHost.Cli;

/// <summary>Tells the user what runs, and where.</summary>
internal static class Announcement
{
    /// <summary>All of it in one program.</summary>
    public static string Of(LocalApp app, DataDirectory data, LocalHostOptions options) => $$"""

        KsefFunctions runs on this machine.
          Dashboard    {{app.Dashboard}}
          Inbox        {{app.Inbox}}/{NIP}/, or start with --drop FILE
          Outbox       {{app.Outbox}}/{NIP}/, or start with --out DIR
                       (connection string of both: {{data.ConnectionStringFile}})
          API          {{app.Address}}api/, the worker is process {{app.WorkerProcessId}}
        {{Around(app.Services, data, options)}}
          Log          {{data.LogFile}}
        {{(options.Once ? "It ends when everything dropped has come to its end." : "Ctrl+C stops it; the next start goes on where it was.")}}

        """;

    /// <summary>The services without the app.</summary>
    public static string Of(LocalServices services, DataDirectory data, LocalHostOptions options) => $"""

        What the app needs around it runs on this machine.
          Settings     {options.SettingsPath}
        {Around(services, data, options)}
        Start the app in another terminal: {HowToStart(options)}
        Ctrl+C stops the services; the next start goes on where they were.

        """;

    /// <summary>The app on the services of another program.</summary>
    public static string Of(FunctionsHost host, string key) => $"""

        The app runs, on the services that its settings name.
          Dashboard    {LocalApp.DashboardAt(host.Address, key)}
          API          {host.Address}api/, the worker is process {host.WorkerProcessId}
          Functions    {string.Join(", ", host.Functions)}
        Ctrl+C stops it; the services run on.

        """;

    private static string Around(LocalServices services, DataDirectory data, LocalHostOptions options) => $"""
          Storage      {services.Azurite.InvoicesBlobEndpoint} for the invoices; Azurite is process {services.Azurite.ProcessId}
          Service Bus  sb://127.0.0.1:{services.Broker.Port}/
          Key Vault    {services.Vault.Address}
          KSeF         {(services.Simulator is { } simulator ? $"{simulator.BaseAddress}, a simulator" : $"the Ministry's {options.Ksef} environment")}
          State        {data.Path}
        """;

    private static string HowToStart(LocalHostOptions options) => options.SettingsFile is null
        ? "func start or F5 in functions/KsefFunctions, or this program with --attach."
        : $"this program with --attach --settings {options.SettingsFile}";
}

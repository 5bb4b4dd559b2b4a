namespace LocalHost.Cli;

/// <summary>What <c>--help</c> prints.</summary>
internal static class HelpText
{
    public const string Text = """
        KsefFunctions on one machine: the function app on a Functions host, with Azurite, a Service Bus broker, a Key Vault and a KSeF simulator.

        Usage: dotnet run --project functions/LocalHost -- [options]
               dotnet run --project functions/LocalHost -- import-certificate --help

        Started without options it drops a few sample invoices, shows their way to the UPO and runs until Ctrl+C.

        What goes in and comes out
          --drop PATH...       Upload these files, folders or globs instead of the samples. May be given more than once.
          --nip NIP            Put them under this company. Default: the seller's NIP inside each invoice.
          --out DIR            Mirror the outbox (result files and UPOs) into this folder. Names too long for a file are shortened with a hash.
          --once               Exit when everything dropped has reached a final state.
          --json               Print one JSON document on standard output at the end, with errors and warnings; logs go to standard error.
          --mode MODE          automatic (default), dry-run (check only, send nothing), approval (a person lets each file out).

        Where it runs
          --data DIR           Keep the state here. Default: a folder of your local application data. It survives restarts.
          --fresh              Wipe that state first.
          --port N             Port of dashboard and API. Hosts with different ports keep separate state and run side by side.
          --ksef TARGET        simulator (default), test or demo.
          --certificate FILE   PFX for test or demo; its password comes from the environment variable KSEF_CERTIFICATE_PASSWORD.
                               Without it, the environment variable KSEF_TOKEN must hold a KSeF token.
          --fault NAME         Switch on a fault of the simulator, such as close-500-after-commit. May be given more than once.

        In parts
          --services           Start only what the app needs around it, and write its settings for `func start`, F5 or --attach.
          --attach             Start only the app, on the services that another run started with --services.
          --app DIR            The app to attach, such as the output of dotnet publish. Default: what was built with this program.
          --settings FILE      Where those settings are. Default: functions/KsefFunctions/local.settings.json.

          --documents DIR      Write the documents that are made from the catalogue of errors: --documents docs.
          --help               Show this text.

        Exit codes
          0  everything dropped was accepted, or the host was stopped
          1  the host itself failed
          2  bad arguments
          3  something was rejected or dead-lettered

        """;
}

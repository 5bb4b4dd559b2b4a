using System.Text;
using KsefSimulator.Faults;

namespace LocalHost.Cli;

/// <summary>What <c>--help</c> prints.</summary>
internal static class HelpText
{
    private const int NameWidth = 24;

    private const string Options = """
        KsefFunctions on one machine: the function app on a Functions host, with Azurite, a Service Bus broker, a Key Vault and a KSeF simulator.

        Usage: dotnet run --project functions/LocalHost -- [options]
               dotnet run --project functions/LocalHost -- import-certificate --help
               dotnet run --project functions/LocalHost -- make-test-certificate --help
               dotnet run --project functions/LocalHost -- map --help
               dotnet run --project functions/LocalHost -- rehearse --help

        Started without options on an empty state it drops five samples: three invoices, one with a mistake and a package of five. It shows their
        way to the UPO and runs until Ctrl+C.

        What goes in and comes out
          --drop PATH...       Upload these files, folders or globs instead of the samples. May be given more than once.
          --no-samples         Drop nothing.
          --samples DIR        Write the samples, dated today, into this folder, and start nothing.
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
                               They are listed below; NAME:count=all goes on for ever, NAME:for=5m for five minutes.

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

        Faults of the simulator, and what one sees in the end

        """;

    /// <summary>Options, exit codes and faults.</summary>
    public static string Write()
    {
        var text = new StringBuilder(Options);
        foreach (FaultGuide guide in FaultGuide.All)
        {
            text.Append("  ").Append(guide.Fault.PadRight(NameWidth)).AppendLine(FaultCatalogue.Find(guide.Fault)!.Effect)
                .Append(' ', NameWidth + 2).Append("-> ").AppendLine(guide.Sees);
        }

        return text.ToString();
    }
}

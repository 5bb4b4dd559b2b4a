using System.Globalization;
using KsefFunctions.Settings;
using LocalHost.Hosting;
using static LocalHost.Cli.ArgumentReader;

namespace LocalHost.Cli;

/// <summary>Reads the command line. Options may be written <c>--name value</c> or <c>--name=value</c>; only <c>--drop</c> takes several values.</summary>
public static class CommandLine
{
    private static readonly Dictionary<string, KsefTarget> Targets = new(StringComparer.OrdinalIgnoreCase)
    {
        ["simulator"] = KsefTarget.Simulator,
        ["test"] = KsefTarget.Test,
        ["demo"] = KsefTarget.Demo,
    };

    private static readonly Dictionary<string, FlowMode> Modes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["automatic"] = FlowMode.Automatic,
        ["dry-run"] = FlowMode.DryRun,
        ["approval"] = FlowMode.Approval,
    };

    /// <exception cref="CommandLineException">The arguments make no sense.</exception>
    public static LocalHostOptions Parse(IReadOnlyList<string> arguments)
    {
        var options = new LocalHostOptions();
        var rest = new Queue<string>(arguments);
        while (rest.TryDequeue(out string? argument))
        {
            string[] parts = argument.Split('=', 2);
            options = parts[0] switch
            {
                "--help" or "-h" or "-?" => options with { Help = Flag(parts) },
                "--documents" => options with { DocumentsDirectory = Value(parts, rest) },
                "--fresh" => options with { Fresh = Flag(parts) },
                "--once" => options with { Once = Flag(parts) },
                "--json" => options with { Json = Flag(parts) },
                "--data" => options with { DataDirectory = Value(parts, rest) },
                "--no-samples" => options with { NoSamples = Flag(parts) },
                "--samples" => options with { SamplesDirectory = Value(parts, rest) },
                "--drop" => options with { Drop = [.. options.Drop, .. Values(parts, rest)] },
                "--nip" => options with { Nip = Nip(Value(parts, rest)) },
                "--out" => options with { OutDirectory = Value(parts, rest) },
                "--ksef" => options with { Ksef = Choice(parts[0], Value(parts, rest), Targets) },
                "--certificate" => options with { CertificatePath = Value(parts, rest) },
                "--port" => options with { Port = Port(Value(parts, rest)) },
                "--fault" => options with { Faults = [.. options.Faults, Value(parts, rest)] },
                "--services" => options with { ServicesOnly = Flag(parts) },
                "--attach" => options with { Attach = Flag(parts) },
                "--app" => options with { AppDirectory = Value(parts, rest) },
                "--settings" => options with { SettingsFile = Value(parts, rest) },
                "--mode" => options with { Mode = Choice(parts[0], Value(parts, rest), Modes) },
                _ when argument.StartsWith('-') => throw new CommandLineException($"There is no option '{parts[0]}'."),
                _ => throw new CommandLineException($"'{argument}' belongs to no option. To drop a file, write --drop {argument}"),
            };
        }

        return options.Help || options.DocumentsDirectory is not null || options.SamplesDirectory is not null ? options : Checked(options);
    }

    private static LocalHostOptions Checked(LocalHostOptions options)
    {
        bool isSimulator = options.Ksef == KsefTarget.Simulator;
        if (options.Faults.Count > 0 && !isSimulator)
        {
            throw new CommandLineException("--fault is for the simulator only: a real KSeF has faults of its own.");
        }

        if (options.CertificatePath is not null && isSimulator)
        {
            throw new CommandLineException("--certificate is for --ksef test or demo: with the simulator, LocalHost makes its own certificates.");
        }

        if (options.ServicesOnly && (options.Attach || options.Drop.Count > 0 || options.Once || options.Json || options.OutDirectory is not null))
        {
            throw new CommandLineException("--services starts no app: it goes with --data, --fresh, --port (the app's), --ksef, --certificate, --mode, --fault and --settings only.");
        }

        if (options.Attach && (options.Drop.Count > 0 || options.Once || options.Json || options.OutDirectory is not null || options.DataDirectory is not null || options.Fresh || options.Port is not null))
        {
            throw new CommandLineException("--attach starts the app alone, on the services of another run: it goes with --settings and --app only.");
        }

        if (options.AppDirectory is not null && !options.Attach)
        {
            throw new CommandLineException("--app goes with --attach only.");
        }

        if (options.SettingsFile is not null && !options.ServicesOnly && !options.Attach)
        {
            throw new CommandLineException("--settings goes with --services, which writes the file, or with --attach, which reads it.");
        }

        if (options.Once && options.Drop.Count == 0 && !isSimulator)
        {
            throw new CommandLineException("--once needs --drop here: samples are only ever dropped into the simulator.");
        }

        if (options.Once && options.Drop.Count == 0 && options.NoSamples)
        {
            throw new CommandLineException("--once needs --drop beside --no-samples: there would be nothing to wait for.");
        }

        return options;
    }

    private static List<string> Values(string[] parts, Queue<string> rest)
    {
        List<string> values = [Value(parts, rest)];
        while (parts.Length == 1 && rest.TryPeek(out string? next) && !next.StartsWith("--", StringComparison.Ordinal))
        {
            values.Add(rest.Dequeue());
        }

        return values;
    }

    private static int Port(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port is > 0 and <= 65535
            ? port
            : throw new CommandLineException($"--port needs a number from 1 to 65535, not '{text}'.");
}

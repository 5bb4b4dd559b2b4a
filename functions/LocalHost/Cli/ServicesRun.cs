using KsefSimulator.Faults;
using KsefSimulator.Settings;
using LocalHost.Events;
using LocalHost.Hosting;

namespace LocalHost.Cli;

/// <summary><c>--services</c>: starts what the app needs around it, writes the app's settings, and runs until it is stopped.</summary>
internal sealed class ServicesRun(LocalHostOptions options, Terminal terminal, TimeProvider time)
{
    public async Task<int> RunAsync(Func<string, string?> environment, CancellationToken stop)
    {
        LocalServicesOptions around = OptionsOf(options, environment, terminal.Output.WriteLine, time);
        using DataDirectory data = await options.OpenDataAsync(terminal.Output.WriteLine, stop);
        await terminal.Output.WriteLineAsync("Starting the services.");
        await using LocalServices services = await LocalServices.StartAsync(around with { Data = data }, stop);
        string key = data.ReadIdentity().FunctionKey;
        int port = options.Port ?? LocalApp.UsualPort;
        var values = new Dictionary<string, string>(services.Settings) { [LocalSettingsFile.FunctionKey] = key };
        await new LocalSettingsFile(IsEncrypted: false, values, new LocalSettingsHost(port)).WriteAsync(options.SettingsPath, stop);
        await using InboxEvents events = services.StartEvents(new Uri($"http://127.0.0.1:{port}"), key);
        await terminal.Output.WriteLineAsync(Announcement.Of(services, data, options));
        await services.WatchAsync().WaitAsync(stop);
        return ExitCode.Success;
    }

    /// <summary>What the command line says of the services.</summary>
    /// <exception cref="CommandLineException">A fault is unknown, or the credential is missing or cannot be read.</exception>
    public static LocalServicesOptions OptionsOf(LocalHostOptions options, Func<string, string?> environment, Action<string> report, TimeProvider time)
    {
        CheckFaults(options.Faults);
        return new LocalServicesOptions
        {
            Ksef = options.Ksef,
            Credential = options.Ksef == KsefTarget.Simulator ? null : UserCredential.Read(options, environment),
            Simulator = new SimulatorOptions { Faults = options.Faults },
            Mode = options.Mode,
            Time = time,
            Report = report,
        };
    }

    private static void CheckFaults(IReadOnlyList<string> faults)
    {
        var switchboard = new FaultSwitchboard();
        try
        {
            foreach (string fault in faults)
            {
                switchboard.Enable(fault);
            }
        }
        catch (FormatException exception)
        {
            throw new CommandLineException($"--fault: {exception.Message}");
        }
    }
}

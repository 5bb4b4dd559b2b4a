using KsefSimulator;
using KsefSimulator.Faults;
using LocalHost.Events;
using LocalHost.Hosting;

namespace LocalHost.Cli;

/// <summary><c>--services</c>: starts what the app needs around it, writes the app's settings, and runs until it is stopped.</summary>
internal sealed class ServicesRun(LocalHostOptions options, Terminal terminal, TimeProvider time)
{
    public async Task<int> RunAsync(Func<string, string?> environment, CancellationToken stop)
    {
        LocalServicesOptions servicesOptions = OptionsOf(options, environment, terminal.Output.WriteLine, time);
        using DataDirectory data = await DataDirectory.OpenAsync(
            options.DataDirectory ?? DataDirectory.Usual(options.Ksef, options.Port), options.Fresh, terminal.Output.WriteLine, stop);
        await using LocalServices services = await LocalServices.StartAsync(servicesOptions with { Data = data }, stop);
        string settings = Path.GetFullPath(options.SettingsFile ?? FunctionApp.LocalSettings);
        string key = (await data.ReadIdentityAsync(stop)).FunctionKey;
        int port = options.Port ?? LocalApp.UsualPort;
        var file = new LocalSettingsFile(
            IsEncrypted: false, new Dictionary<string, string>(services.Settings) { [LocalSettingsFile.FunctionKey] = key }, new LocalSettingsHost(port));
        await file.WriteAsync(settings, stop);
        await using InboxEvents events = services.StartEvents(new Uri($"http://127.0.0.1:{port}"), key);
        await terminal.Output.WriteLineAsync($"""
            What the app needs around it runs on this machine.
              Settings   {settings}
              KSeF       {(services.Simulator is { } simulator ? $"simulator at {simulator.BaseAddress}" : $"the Ministry's {options.Ksef} environment")}
              State      {data.Path}
            Start the app now: func start or F5 in functions/KsefFunctions, or this program with --attach. Ctrl+C stops the services.
            """);
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

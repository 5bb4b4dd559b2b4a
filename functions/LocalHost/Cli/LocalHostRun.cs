using KsefSimulator;
using KsefSimulator.Faults;
using LocalHost.Credentials;
using LocalHost.Drops;
using LocalHost.Hosting;
using LocalHost.Logging;
using LocalHost.Progress;
using Spectre.Console;

namespace LocalHost.Cli;

/// <summary>One run of the program: start the app, drop what is to be dropped, show how it goes, end when asked to.</summary>
internal sealed class LocalHostRun(LocalHostOptions options, Terminal terminal, TimeProvider time)
{
    // With --json, standard output belongs to the document alone.
    private TextWriter Messages => options.Json ? terminal.Errors : terminal.Output;

    private bool HasTable => terminal.IsInteractive && !options.Json;

    public async Task<int> RunAsync(Func<string, string?> environment, CancellationToken stop)
    {
        CheckFaults(options.Faults);
        var credential = options.Ksef == KsefTarget.Simulator ? null : UserCredential.Read(options, environment);
        IReadOnlyList<SelectedFile> selected = DropSelection.Expand(options.Drop);
        if (options.Port is int port && !Ports.IsFree(port))
        {
            throw new CommandLineException($"--port: something else on this machine listens on port {port}.");
        }

        using DataDirectory data = await DataDirectory.OpenAsync(options.DataDirectory ?? DefaultDirectory(options), options.Fresh, stop);
        await Messages.WriteLineAsync("Starting.");
        using var log = new LogFile(data.LogFile, time);
        await using LocalApp app = await LocalApp.StartAsync(
            new LocalAppOptions
            {
                Data = data,
                Port = options.Port,
                Ksef = options.Ksef,
                Credential = credential,
                Simulator = new SimulatorOptions { Faults = options.Faults },
                Mode = options.Mode,
                Time = time,
                Report = Messages.WriteLine,
                ConfigureLogging = logging => ConfigureLogging(logging, log),
            },
            stop);
        Announcement.Write(Messages, app, data, options);
        return await FollowAsync(app, Drops(selected), stop);
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

    private static string DefaultDirectory(LocalHostOptions options)
    {
        string local = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        string name = options.Ksef.ToString().ToLowerInvariant();
        return Path.Combine(local, "KsefFunctions", options.Port is int port ? $"{name}-{port}" : name);
    }

    private void ConfigureLogging(ILoggingBuilder logging, LogFile log)
    {
        logging.SetMinimumLevel(LogLevel.Information);
        logging.AddFilter("Azure", LogLevel.Warning).AddFilter("Microsoft", LogLevel.Warning).AddFilter("System", LogLevel.Warning);
        logging.AddProvider(log);
        if (!HasTable)
        {
            logging.AddProvider(new ErrorStreamLog(terminal.Errors, options.Json ? LogLevel.Information : LogLevel.Warning));
        }
    }

    private IReadOnlyList<Drop> Drops(IReadOnlyList<SelectedFile> selected)
    {
        if (selected.Count > 0 || options.Ksef != KsefTarget.Simulator)
        {
            return [.. selected.Select(file => new Drop(file.Name, () => File.OpenRead(file.FullPath)))];
        }

        return SampleDrops.At(time.GetUtcNow());
    }

    private async Task<int> FollowAsync(LocalApp app, IReadOnlyList<Drop> drops, CancellationToken stop)
    {
        var follower = new DropFollower(app, options, time);
        bool isDone = HasTable
            ? await AnsiConsole.Live(LiveTable.Draw([], time.GetUtcNow()))
                .StartAsync(display => follower.RunAsync(drops, new LiveTable(display, time), stop))
            : await follower.RunAsync(drops, new PlainLines(Messages, time), stop);
        if (!isDone)
        {
            await Messages.WriteLineAsync("Stopping.");
        }

        IReadOnlyList<DropProgress> files = app.Services.GetRequiredService<DropTracker>().Own;
        if (options.Json)
        {
            await terminal.Output.WriteLineAsync(RunReport.Of(files).ToJson());
        }

        return (options.Once, isDone) switch
        {
            (false, _) => ExitCode.Success,
            (true, true) => files.All(file => file.IsGood) ? ExitCode.Success : ExitCode.NotAllAccepted,
            (true, false) => ExitCode.HostFailure,
        };
    }
}

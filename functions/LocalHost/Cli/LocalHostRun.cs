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
        LocalServicesOptions services = ServicesRun.OptionsOf(options, environment, Messages.WriteLine, time);
        IReadOnlyList<SelectedFile> selected = DropSelection.Expand(options.Drop);
        if (options.Port is int port && !Ports.IsFree(port))
        {
            throw new CommandLineException($"--port: something else on this machine listens on port {port}.");
        }

        using DataDirectory data = await options.OpenDataAsync(Messages.WriteLine, stop);
        await Messages.WriteLineAsync("Starting the app and what it needs around it.");
        using var log = new LogFile(data.LogFile, time);
        await using LocalApp app = await LocalApp.StartAsync(
            new LocalAppOptions
            {
                Services = services with { Data = data },
                Port = options.Port,
                ConfigureLogging = logging => ConfigureLogging(logging, log),
            },
            stop);
        await Messages.WriteLineAsync(Announcement.Of(app, data, options));
        return await FollowAsync(app, await DropsAsync(app, selected, stop), stop);
    }

    private void ConfigureLogging(ILoggingBuilder logging, LogFile log)
    {
        HostLogging.Configure(logging).AddProvider(log);
        if (!HasTable)
        {
            logging.AddProvider(new ErrorStreamLog(terminal.Errors, options.Json ? LogLevel.Information : LogLevel.Warning));
        }
    }

    private async Task<IReadOnlyList<Drop>> DropsAsync(LocalApp app, IReadOnlyList<SelectedFile> selected, CancellationToken stop)
    {
        if (selected.Count > 0 || options.NoSamples || options.Ksef != KsefTarget.Simulator)
        {
            return [.. selected.Select(file => new Drop(file.Name, () => File.OpenRead(file.FullPath)))];
        }

        if (!await EmptyState.IsAsync(app.Blobs, stop))
        {
            await Messages.WriteLineAsync("There are files here from before, so no samples are dropped: --fresh begins anew, --samples DIR writes new ones.");
            return [];
        }

        await Messages.WriteLineAsync("These are samples; the one dated tomorrow (z jutra) is wrong on purpose.");
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

        IReadOnlyList<DropProgress> files = follower.Own;
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

using Azure.Storage.Blobs;
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
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    // Looking on may cost about a tenth of the time.
    private const int PausePerTimeSpentLooking = 10;

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
        var tracker = app.Services.GetRequiredService<DropTracker>();
        if (HasTable)
        {
            await AnsiConsole.Live(LiveTable.Draw([], time.GetUtcNow())).StartAsync(display => FollowAsync(app, drops, tracker, new LiveTable(display, time), stop));
        }
        else
        {
            await FollowAsync(app, drops, tracker, new PlainLines(Messages, time), stop);
        }

        if (stop.IsCancellationRequested)
        {
            await Messages.WriteLineAsync("Stopping.");
        }

        if (options.Json)
        {
            await terminal.Output.WriteLineAsync(RunReport.Of(tracker.Files).ToJson());
        }

        bool allGood = tracker.Files.All(file => file.IsGood);
        return options.Once && !allGood && !stop.IsCancellationRequested ? ExitCode.NotAllAccepted : ExitCode.Success;
    }

    private async Task FollowAsync(LocalApp app, IReadOnlyList<Drop> drops, DropTracker tracker, IProgressView view, CancellationToken stop)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop);
        Task watching = app.WatchAsync();
        Task following = FollowUntilDoneAsync(app, drops, tracker, view, ending.Token);
        Task first = await Task.WhenAny(watching, following);
        await ending.CancelAsync();
        if (first == watching)
        {
            await watching;
            throw new InvalidOperationException("The host stopped by itself; its log says why.");
        }

        try
        {
            await following;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The user has seen enough: what is under way goes on at the next start.
        }
    }

    private async Task FollowUntilDoneAsync(LocalApp app, IReadOnlyList<Drop> drops, DropTracker tracker, IProgressView view, CancellationToken stop)
    {
        OutboxMirror? mirror = options.OutDirectory is { } directory
            ? new OutboxMirror(app.Services.GetRequiredService<BlobServiceClient>(), directory)
            : null;
        var uploader = app.Services.GetRequiredService<InboxUploader>();
        Task uploading = uploader.UploadAsync(drops, options.Nip, tracker.Add, stop);
        while (true)
        {
            bool isUploaded = uploading.IsCompleted;
            if (isUploaded)
            {
                await uploading;
            }

            TimeSpan spent = await tracker.RefreshAsync(stop);
            IReadOnlyList<DropProgress> files = tracker.Files;
            view.Show(files);
            await (mirror?.CopyAsync(stop) ?? Task.CompletedTask);
            if (options.Once && isUploaded && files.All(file => file.IsFinal))
            {
                return;
            }

            TimeSpan pause = PausePerTimeSpentLooking * spent;
            await Task.Delay(pause < ShortestPause ? ShortestPause : pause > LongestPause ? LongestPause : pause, time, stop);
        }
    }
}

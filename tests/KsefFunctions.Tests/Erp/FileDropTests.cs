using SampleInvoices;

namespace KsefFunctions.Tests.Erp;

/// <summary>
/// The script for an ERP that only writes files. A stand-in for <c>azcopy</c> copies between folders; the tests carry the
/// files on to the running app and back.
/// </summary>
[Collection(SharedAppTests.Name)]
public sealed class FileDropTests : IDisposable
{
    private const string Nip = SampleNips.Seller;

    // Knows the two commands and the flags that the script uses, keeps a list of its calls, and fails when told to.
    private const string AzCopy = """
        #!/bin/sh
        set -eu
        echo "$*" >> "$AZURE/calls"
        [ ! -e "$AZURE/away" ]
        case "$1 $*" in
          "copy "*" --put-md5 --output-level essential")
            folder=${3#"$KSEF_STORAGE"/}
            case "$folder" in inbox/*/) ;; *) exit 1 ;; esac
            mkdir -p "$AZURE/$folder"
            cp "$2" "$AZURE/$folder" ;;
          "sync "*" --output-level essential")
            [ "$2" = "$KSEF_STORAGE/outbox" ]
            cp -Rup "$AZURE/outbox/." "$3" ;;
          *) exit 1 ;;
        esac

        """;

    private readonly SharedApp _shared;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("erp-drop-");
    private readonly Dictionary<string, string> _environment;

    public FileDropTests(SharedApp shared)
    {
        _shared = shared;
        _environment = new Dictionary<string, string>
        {
            ["PATH"] = StandInCommand.Make(_folder, "azcopy", AzCopy),
            ["AZURE"] = _folder.CreateSubdirectory("azure").FullName,
            ["KSEF_FOLDER"] = _folder.CreateSubdirectory("exchange").FullName,
            ["KSEF_STORAGE"] = "https://example.blob.core.windows.net",
        };
        Directory.CreateDirectory(InAzure("outbox"));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Run_FileBeingWritten_IsLeftAlone()
    {
        Write($"out/{Nip}/FV-1.xml.tmp", "half");

        (await RunAsync()).ExitCode.ShouldBe(0);

        Uploads.ShouldBeEmpty();
        File.Exists(InExchange($"out/{Nip}/FV-1.xml.tmp")).ShouldBeTrue();
    }

    [Fact]
    public async Task Run_Twice_UploadsCompleteFilesOnceAndMovesThem()
    {
        Write($"out/{Nip}/FV 1.xml", "one");
        Write($"out/{Nip}/paczka.zip", "two");

        (await RunAsync()).ExitCode.ShouldBe(0);
        (await RunAsync()).ExitCode.ShouldBe(0);

        Uploads.Count.ShouldBe(2);
        File.ReadAllText(InAzure($"inbox/{Nip}/FV 1.xml")).ShouldBe("one");
        File.ReadAllText(InExchange($"sent/{Nip}/FV 1.xml")).ShouldBe("one");
        Directory.GetFiles(InExchange($"out/{Nip}")).ShouldBeEmpty();
        Directory.GetFiles(InExchange($"sending/{Nip}")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_StorageAway_EndsWithOneAndTheNextRunSendsTheOldBeforeTheNew()
    {
        Write($"out/{Nip}/FV-1.xml", "old");
        Write("../azure/away", string.Empty);
        (await RunAsync()).ExitCode.ShouldBe(1);
        Write($"out/{Nip}/FV-1.xml", "new");
        (await RunAsync()).ExitCode.ShouldBe(1);
        File.ReadAllText(InExchange($"out/{Nip}/FV-1.xml")).ShouldBe("new");
        File.Delete(InAzure("away"));
        File.Delete(InAzure("calls"));

        (await RunAsync()).ExitCode.ShouldBe(0);

        Uploads.Count.ShouldBe(2);
        File.ReadAllText(InAzure($"inbox/{Nip}/FV-1.xml")).ShouldBe("new");
        Directory.GetFiles(InExchange($"sending/{Nip}")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_AnotherRunIsAtIt_DoesNothing()
    {
        Write($"out/{Nip}/FV-1.xml", "one");
        Write(".lock", string.Empty);

        // The same kind of lock as flock(1) takes.
        using (new FileStream(InExchange(".lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            (await RunAsync()).ExitCode.ShouldBe(0);
            Uploads.ShouldBeEmpty();
        }

        (await RunAsync()).ExitCode.ShouldBe(0);
        Uploads.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Run_WithTheApp_BringsResultAndReceipt()
    {
        var content = RunningApp.Invoice().ToBytes();
        Directory.CreateDirectory(InExchange($"out/{Nip}"));
        await File.WriteAllBytesAsync(InExchange($"out/{Nip}/FV-drop.xml"), content);

        (await RunAsync()).ExitCode.ShouldBe(0);
        var record = await _shared.App.SettleAsync("FV-drop.xml", await File.ReadAllBytesAsync(InAzure($"inbox/{Nip}/FV-drop.xml")));
        foreach (var suffix in new[] { "result.json", "upo.xml" })
        {
            Write($"../azure/outbox/{Nip}/FV-drop.xml.{suffix}", (await _shared.App.OutboxTextAsync($"{Nip}/FV-drop.xml.{suffix}"))!);
        }

        (await RunAsync()).ExitCode.ShouldBe(0);

        File.ReadAllText(InExchange($"results/{Nip}/FV-drop.xml.result.json")).ShouldContain(record.Invoices[0].KsefNumber!);
        File.Exists(InExchange($"results/{Nip}/FV-drop.xml.upo.xml")).ShouldBeTrue();
        Uploads.Count.ShouldBe(1);
    }

    private IReadOnlyList<string> Uploads =>
        File.Exists(InAzure("calls")) ? [.. File.ReadAllLines(InAzure("calls")).Where(call => call.StartsWith("copy", StringComparison.Ordinal))] : [];

    private Task<ExampleRun> RunAsync() => ExampleProgram.RunAsync("sh", "file-drop/ksef-exchange.sh", [], _environment);

    private void Write(string name, string content)
    {
        var path = InExchange(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }

    private string InExchange(string name) => Path.Combine(_environment["KSEF_FOLDER"], name);

    private string InAzure(string name) => Path.Combine(_environment["AZURE"], name);
}

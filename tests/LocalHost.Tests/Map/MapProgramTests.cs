using System.IO.Compression;
using System.Text;
using System.Text.Json;
using LocalHost.Cli;
using LocalHost.Map;

namespace LocalHost.Tests.Map;

/// <summary>A file of data on the command line: what would become of it, and nothing is sent.</summary>
public sealed class MapProgramTests : IDisposable
{
    private const string Header = "numer;data_wystawienia;nabywca_nip;nabywca_nazwa;nabywca_adres_1;nazwa;ilosc;jednostka;cena_netto;stawka_vat\n";
    private const string Good = "FV/1;2026-10-05;2222222222;Odbiorca S.A.;ul. Druga 2, 00-002 Warszawa;Papier A4;10;ryza;19,99;23\n";
    private const string Bad = "FV/2;2026-10-05;2222222222;Odbiorca S.A.;ul. Druga 2, 00-002 Warszawa;Papier A4;10;ryza;1.234;23\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("map-");
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    public MapProgramTests() => Write("company.json", """{ "nip": "1111111111", "name": "Hurtownia", "address1": "ul. Zmyślona 1", "address2": "10-001 Olsztyn" }""");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Run_GoodData_WritesTheInvoicesAndSaysSo()
    {
        (await RunAsync(Write("sales.csv", Header + Good), "--profile", Place("company.json"), "--out", Place("xml"))).ShouldBe(ExitCode.Success, _errors.ToString());

        _output.ToString().ShouldContain("1 made, 0 wrong, 0 left out.");
        (await File.ReadAllTextAsync(Place("xml/00001.xml"))).ShouldContain("<P_15>245.88</P_15>");
    }

    [Fact]
    public async Task Run_OneBadRow_NamesItsRowAndMakesTheOthers()
    {
        (await RunAsync(Write("sales.csv", Header + Good + Bad), "--profile", Place("company.json"))).ShouldBe(ExitCode.NotAllAccepted, _errors.ToString());

        _output.ToString().ShouldContain("row 3, cena_netto");
        _output.ToString().ShouldContain("1 made, 1 wrong, 0 left out.");
    }

    [Fact]
    public async Task Run_AsJson_TellsTheSameToPrograms()
    {
        await RunAsync(Write("sales.csv", Header + Good + Bad), "--profile", Place("company.json"), "--json");

        var items = JsonDocument.Parse(_output.ToString()).RootElement;
        items.EnumerateArray().Select(item => item.GetProperty("outcome").GetString()).ShouldBe(["made", "wrong"]);
        items[1].GetProperty("findings")[0].GetProperty("row").GetInt32().ShouldBe(3);
    }

    [Fact]
    public async Task Run_PackageOfDataAndOfWhatIsNone_TellsOfEachPart()
    {
        using (var package = ZipFile.Open(Place("month.zip"), ZipArchiveMode.Create))
        {
            Add(package, "october.csv", Header + Good + Bad);
            Add(package, "notes.txt", "for the accountant");
        }

        (await RunAsync(Place("month.zip"), "--profile", Place("company.json"))).ShouldBe(ExitCode.NotAllAccepted, _errors.ToString());

        _output.ToString().ShouldContain("october.csv, row 3, cena_netto");
        _output.ToString().ShouldContain("KSF-2108 error notes.txt");
        _output.ToString().ShouldContain("1 made, 2 wrong, 0 left out.");

        static void Add(ZipArchive package, string name, string text)
        {
            using var entry = new StreamWriter(package.CreateEntry(name).Open());
            entry.Write(text);
        }
    }

    [Fact]
    public async Task Run_BrokenPackage_SaysSo()
    {
        (await RunAsync(Write("broken.zip", "PK\u0003\u0004 and no more"), "--profile", Place("company.json"))).ShouldBe(ExitCode.NotAllAccepted, _errors.ToString());

        _output.ToString().ShouldContain("KSF-2101");
    }

    [Theory]
    [InlineData("needs a file")]
    [InlineData("cannot be read", "nothing-there.csv")]
    [InlineData("no option", "sales.csv", "--all")]
    public async Task Run_ArgumentsMakeNoSense_SaysWhy(string why, params string[] arguments)
    {
        (await RunAsync([.. arguments, .. arguments.Length == 1 ? new[] { "--nip", "1111111111" } : []])).ShouldBe(ExitCode.BadArguments);

        _errors.ToString().ShouldContain(why);
    }

    [Fact]
    public async Task Run_NobodySaysWhoseInvoicesTheyAre_AsksForTheNip()
    {
        (await RunAsync(Write("sales.csv", Header + Good))).ShouldBe(ExitCode.BadArguments);

        _errors.ToString().ShouldContain("--nip");
    }

    private Task<int> RunAsync(params string[] arguments) => MapProgram.RunAsync(
        arguments, new Terminal(_output, _errors, IsInteractive: false), new ManualTimeProvider(new DateTimeOffset(2026, 10, 6, 12, 0, 0, TimeSpan.Zero)), CancellationToken.None);

    private string Place(string name) => Path.Combine(_folder.FullName, name);

    private string Write(string name, string content)
    {
        File.WriteAllText(Place(name), content, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return Place(name);
    }
}

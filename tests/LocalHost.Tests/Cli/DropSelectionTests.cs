using LocalHost.Cli;

namespace LocalHost.Tests.Cli;

public sealed class DropSelectionTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("drop-tests-");

    public DropSelectionTests()
    {
        foreach (string file in new[] { "a.xml", "b.zip", "march/a.xml", "march/deep/c.xml", "march/.hidden", "f1.xml", "f22.xml" })
        {
            string path = Path.Combine(_folder.FullName, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, file);
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Expand_Files_KeepTheirNames() => Names("b.zip", "a.xml").ShouldBe(["b.zip", "a.xml"]);

    [Fact]
    public void Expand_Folder_IsEverythingVisibleBelowIt() => Names("march").ShouldBe(["a.xml", "deep/c.xml"]);

    [Theory]
    [InlineData("*.xml", "a.xml", "f1.xml", "f22.xml")]
    [InlineData("f?.xml", "f1.xml")]
    [InlineData("march/**/*.xml", "a.xml", "deep/c.xml")]
    [InlineData("**/c.xml", "march/deep/c.xml")]
    public void Expand_Glob_IsWhatItFinds(string glob, params string[] expected) => Names(glob).ShouldBe(expected);

    [Fact]
    public void Expand_SameNameTwice_GetsAnotherName() => Names("a.xml", "march").ShouldBe(["a.xml", "a-2.xml", "deep/c.xml"]);

    [Fact]
    public void Expand_SameFileTwice_IsOneFile() => Names("a.xml", "*.xml").ShouldBe(["a.xml", "f1.xml", "f22.xml"]);

    [Theory]
    [InlineData("missing.xml")]
    [InlineData("*.pdf")]
    [InlineData("missing/*.xml")]
    public void Expand_NothingThere_Refuses(string path) => Should.Throw<CommandLineException>(() => Names(path)).Message.ShouldContain(path);

    private IEnumerable<string> Names(params string[] paths) =>
        DropSelection.Expand(paths.Select(path => Path.Combine(_folder.FullName, path))).Select(file => file.Name);
}

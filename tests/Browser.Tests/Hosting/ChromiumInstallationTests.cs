using TestBrowser;

namespace Browser.Tests.Hosting;

/// <summary>Where the tests' Chromium comes from.</summary>
public sealed class ChromiumInstallationTests
{
    private const string PolishLetters = "ĄĆĘŁŃÓŚŹŻąćęłńóśźż";

    [Fact]
    public async Task EnsureAsync_ChromiumInstalled_IsUsedAsItIs()
    {
        var tools = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

        var program = await BrowserProgram.EnsureAsync("/opt/chromium", tools);

        program.Executable.ShouldBe("/opt/chromium");
        program.Settings.ShouldBeEmpty();
        Directory.Exists(tools).ShouldBeFalse();
    }

    [LinuxFact]
    public async Task EnsureAsync_NoChromiumInstalled_OneIsInstalledOnceThatDrawsPolishLetters()
    {
        var tools = Directory.CreateTempSubdirectory("ksef-chromium-");
        try
        {
            var program = await BrowserProgram.EnsureAsync(installed: null, tools.FullName);
            var installed = File.GetCreationTimeUtc(program.Executable);
            (await BrowserProgram.EnsureAsync(installed: null, tools.FullName)).Executable.ShouldBe(program.Executable);

            File.GetCreationTimeUtc(program.Executable).ShouldBe(installed);
            tools.GetDirectories().Length.ShouldBe(1);
            await using var chromium = await HeadlessChromium.StartAsync(program);
            var page = await chromium.Browser.NewPageAsync();
            (await page.EvaluateAsync<int>(CountDistinctDrawings, PolishLetters)).ShouldBe(PolishLetters.Length);
        }
        finally
        {
            tools.Delete(recursive: true);
        }
    }

    // Letters that a font lacks are all drawn as the same box.
    private const string CountDistinctDrawings = """
        letters => {
          const canvas = document.createElement('canvas');
          const context = canvas.getContext('2d');
          return new Set([...letters].map(letter => {
            context.clearRect(0, 0, canvas.width, canvas.height);
            context.font = '40px sans-serif';
            context.fillText(letter, 10, 80);
            return canvas.toDataURL();
          })).size;
        }
        """;
}

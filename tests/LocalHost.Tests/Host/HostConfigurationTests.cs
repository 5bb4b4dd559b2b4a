using LocalHost.Host;
using Microsoft.Extensions.Configuration;

namespace LocalHost.Tests.Host;

public sealed class HostConfigurationTests : IDisposable
{
    private const string HostJson = """
        {
          // the Functions host takes comments
          "version": "2.0",
          "extensions": { "http": { "routePrefix": "v1" }, "durableTask": { "hubName": "Here", "storageProvider": { "partitionCount": 2 } } },
          "logging": { "logLevel": { "default": "Warning" } }
        }
        """;

    private readonly DirectoryInfo _app = Directory.CreateTempSubdirectory("host-json-");

    public void Dispose() => _app.Delete(recursive: true);

    [Fact]
    public void Build_HostJson_StandsWhereTheSdkLooksForIt()
    {
        IConfiguration configuration = Build(HostJson);

        configuration["AzureWebJobsConfigurationSection"].ShouldBe("AzureFunctionsJobHost");
        configuration["AzureFunctionsJobHost:extensions:durableTask:hubName"].ShouldBe("Here");
        configuration["AzureFunctionsJobHost:extensions:durableTask:storageProvider:partitionCount"].ShouldBe("2");
        configuration.HostSection()["extensions:http:routePrefix"].ShouldBe("v1");
    }

    [Fact]
    public void Build_SettingForHostJson_Wins()
    {
        IConfiguration configuration = Build(HostJson, ("AzureFunctionsJobHost__extensions__durableTask__hubName", "There"));

        configuration.HostSection()["extensions:durableTask:hubName"].ShouldBe("There");
        configuration.HostSection()["extensions:durableTask:storageProvider:partitionCount"].ShouldBe("2");
    }

    [Theory]
    [InlineData("Ksef__Environment")]
    [InlineData("Ksef:Environment")]
    public void Build_SettingWithSections_IsReadByPath(string name) => Build(HostJson, (name, "Test"))["Ksef:Environment"].ShouldBe("Test");

    [Fact]
    public void Build_NoHostJson_SaysWhichFileIsMissing() =>
        Should.Throw<LocalHostException>(() => HostConfiguration.Build(_app.FullName, new Dictionary<string, string>())).Message.ShouldContain("host.json");

    [Fact]
    public void Build_HostJsonIsNoJson_SaysSo() =>
        Should.Throw<LocalHostException>(() => Build("{ \"version\": ")).Message.ShouldContain("host.json");

    private IConfigurationRoot Build(string hostJson, params IEnumerable<(string Name, string Value)> settings)
    {
        File.WriteAllText(Path.Combine(_app.FullName, "host.json"), hostJson);
        return HostConfiguration.Build(_app.FullName, settings.ToDictionary(setting => setting.Name, setting => setting.Value));
    }
}

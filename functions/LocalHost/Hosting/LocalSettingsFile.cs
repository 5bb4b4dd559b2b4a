using System.Text.Json;
using System.Text.Json.Serialization;
using KeyVaultServer;

namespace LocalHost.Hosting;

/// <summary>
/// <c>local.settings.json</c>, the app's settings on a developer's machine as the Azure Functions Core Tools read them. It holds the keys of
/// services that listen on this machine only.
/// </summary>
/// <param name="IsEncrypted">The Core Tools can keep the values encrypted; here they are plain.</param>
/// <param name="Values">Name and value of each setting.</param>
/// <param name="Host">How the host is started.</param>
internal sealed record LocalSettingsFile(bool IsEncrypted, IReadOnlyDictionary<string, string> Values, LocalSettingsHost Host)
{
    /// <summary>Setting with the key that the events of new blobs come with. The Core Tools ask for none.</summary>
    public const string FunctionKey = "LocalHost__FunctionKey";

    public Task WriteAsync(string path, CancellationToken cancellationToken) =>
        Task.Run(() => PrivateFile.Write(path, JsonSerializer.SerializeToUtf8Bytes(this, LocalSettingsJson.Default.LocalSettingsFile)), cancellationToken);

    /// <exception cref="LocalHostException">There is no such file, or it was not written by <see cref="WriteAsync"/>.</exception>
    public static LocalSettingsFile Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), LocalSettingsJson.Default.LocalSettingsFile) is { Values: not null, Host: not null } file
                && file.Values.ContainsKey(FunctionKey)
                ? file
                : throw new LocalHostException($"'{path}' was not written by --services: it lacks what --attach needs.");
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new LocalHostException($"There is no '{path}'. Start the services first: --services writes it.", missing);
        }
        catch (JsonException broken)
        {
            throw new LocalHostException($"'{path}' is no settings file.", broken);
        }
    }
}

/// <param name="LocalHttpPort">Where HTTP functions answer.</param>
internal sealed record LocalSettingsHost(int LocalHttpPort);

[JsonSourceGenerationOptions(WriteIndented = true)]
[JsonSerializable(typeof(LocalSettingsFile))]
internal sealed partial class LocalSettingsJson : JsonSerializerContext;

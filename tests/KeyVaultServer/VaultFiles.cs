using System.Text.Json;
using System.Text.Json.Serialization;

namespace KeyVaultServer;

/// <summary>The items of a vault on disk: a file for each name, with all its versions, the newest last.</summary>
internal sealed class VaultFiles
{
    private const string Ending = ".json";

    private readonly string _directory;

    public VaultFiles(string dataDirectory)
    {
        _directory = Path.Combine(dataDirectory, "secrets");
        PrivateFile.MakeDirectory(_directory);
    }

    /// <exception cref="VaultException">A file is no such file.</exception>
    public IEnumerable<IReadOnlyList<VaultItem>> Read() => Directory.EnumerateFiles(_directory, $"*{Ending}").Select(Read);

    public void Write(string name, IReadOnlyList<VaultItem> versions)
    {
        if (versions.Count == 0)
        {
            File.Delete(PathOf(name));
        }
        else
        {
            PrivateFile.Write(PathOf(name), JsonSerializer.SerializeToUtf8Bytes(versions, VaultFilesJson.Default.IReadOnlyListVaultItem));
        }
    }

    private static IReadOnlyList<VaultItem> Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), VaultFilesJson.Default.IReadOnlyListVaultItem) is { Count: > 0 } versions
                ? versions
                : throw new JsonException("There is no version in it.");
        }
        catch (JsonException exception)
        {
            throw new VaultException($"'{path}' is no secret of the vault. Take it away, or restore it from a copy.", exception);
        }
    }

    // Key Vault does not tell upper from lower case in names, and takes letters, digits and hyphens only.
    private string PathOf(string name) => Path.Combine(_directory, $"{name.ToLowerInvariant()}{Ending}");
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, IgnoreReadOnlyProperties = true, WriteIndented = true)]
[JsonSerializable(typeof(IReadOnlyList<VaultItem>))]
internal sealed partial class VaultFilesJson : JsonSerializerContext;

using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text.Json.Nodes;
using LocalHost.Hosting;

namespace KsefFunctions.Tests.Survival;

/// <summary>
/// The next build of the app: a copy whose assembly has another version and another id, as a compiler would give it, and whose new orchestrations
/// are of another version.
/// </summary>
internal sealed class NextBuild : IDisposable
{
    /// <summary>Version of the orchestrations that it starts.</summary>
    public const string OrchestrationVersion = "1.1";

    private const string Assembly = "KsefFunctions.dll";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("next-build-");

    public NextBuild()
    {
        foreach (var file in Directory.EnumerateFiles(FunctionApp.Directory, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(AppDirectory, Path.GetRelativePath(FunctionApp.Directory, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        RaiseOrchestrationVersion(Path.Combine(AppDirectory, "host.json"));
        RaiseAssemblyVersion(Path.Combine(AppDirectory, Assembly));
    }

    public string AppDirectory => _folder.FullName;

    public void Dispose() => _folder.Delete(recursive: true);

    private static void RaiseOrchestrationVersion(string path)
    {
        var host = JsonNode.Parse(File.ReadAllText(path))!;
        host["extensions"]!["durableTask"]!["defaultVersion"] = OrchestrationVersion;
        File.WriteAllText(path, host.ToJsonString());
    }

    private static void RaiseAssemblyVersion(string path)
    {
        var bytes = File.ReadAllBytes(path);
        using var image = new PEReader(new MemoryStream(bytes));
        var reader = image.GetMetadataReader();
        var metadata = image.PEHeaders.MetadataStartOffset;

        // ECMA-335 II.22.2: the version stands behind the four bytes of the hash algorithm.
        var minor = metadata + reader.GetTableMetadataOffset(TableIndex.Assembly) + 6;
        BitConverter.TryWriteBytes(bytes.AsSpan(minor), (ushort)(reader.GetAssemblyDefinition().Version.Minor + 1));
        var id = metadata + reader.GetHeapMetadataOffset(HeapIndex.Guid) + ((reader.GetHeapOffset(reader.GetModuleDefinition().Mvid) - 1) * 16);
        bytes[id] ^= 0xff;
        File.WriteAllBytes(path, bytes);
    }
}

using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace Architecture;

/// <summary>
/// In which folders the types of an assembly are written, by its symbols: for projects whose folders share one namespace. A type written in
/// several files is where its methods are, or the first of them.
/// </summary>
internal sealed class SourceFolders
{
    // Names the files of types that have no method with code, such as interfaces and enums (Portable PDB, type definition documents).
    private static readonly Guid TypeDocuments = new("932E74BC-DBA9-4478-8D46-0F32A7BAB3D3");

    private readonly Dictionary<int, string> _folders = [];
    private readonly string _root;

    /// <param name="assembly">Built with portable symbols, which lie beside it.</param>
    /// <param name="project">The folder of the project, by the end of its path: <c>functions/Ksef.Client</c>.</param>
    /// <exception cref="ArgumentException">The symbols name no file there.</exception>
    public SourceFolders(Assembly assembly, string project)
    {
        _root = $"/{project}/";
        using var provider = MetadataReaderProvider.FromPortablePdbStream(File.OpenRead(Path.ChangeExtension(assembly.Location, ".pdb")));
        var symbols = provider.GetMetadataReader();
        foreach (var method in assembly.GetTypes().SelectMany(Methods))
        {
            var debug = symbols.GetMethodDebugInformation(MetadataTokens.MethodDefinitionHandle(method.MetadataToken));
            if (!debug.Document.IsNil)
            {
                Add(method.DeclaringType!.MetadataToken, symbols, debug.Document);
            }
        }

        foreach (var information in symbols.CustomDebugInformation.Select(symbols.GetCustomDebugInformation).Where(information => symbols.GetGuid(information.Kind) == TypeDocuments))
        {
            var documents = symbols.GetBlobReader(information.Value);
            Add(MetadataTokens.GetToken(information.Parent), symbols, MetadataTokens.DocumentHandle(documents.ReadCompressedInteger()));
        }

        if (_folders.Count == 0)
        {
            throw new ArgumentException($"The symbols of {assembly.GetName().Name} name no file of {project}.", nameof(project));
        }
    }

    /// <summary>The folder within the project, such as <c>Sessions/Batch</c>, the project's own being <c>.</c>; null for what is generated.</summary>
    public string? Of(Type type) => _folders.GetValueOrDefault(type.MetadataToken);

    private static IEnumerable<MethodBase> Methods(Type type)
    {
        const BindingFlags declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        return type.GetMethods(declared).Concat<MethodBase>(type.GetConstructors(declared));
    }

    private void Add(int type, MetadataReader symbols, DocumentHandle document)
    {
        var path = symbols.GetString(symbols.GetDocument(document).Name).Replace('\\', '/');
        var start = path.LastIndexOf(_root, StringComparison.Ordinal) + _root.Length;
        // What is generated for a type does not say where the type lives.
        if (start >= _root.Length && !path.Contains("/obj/", StringComparison.Ordinal))
        {
            _folders.TryAdd(type, path.LastIndexOf('/') is var slash && slash > start ? path[start..slash] : ".");
        }
    }
}

using System.Runtime.CompilerServices;

namespace Ksef.Mapping.Tests.Documents;

/// <summary>Files of the repository that tests hold to the code.</summary>
internal static class Repository
{
    public static string PathOf(string relative) => Path.Combine(Root(), relative);

    public static string Read(string relative) => File.ReadAllText(PathOf(relative)).ReplaceLineEndings("\n");

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../.."));
}

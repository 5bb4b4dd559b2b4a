using System.Text;
using System.Text.RegularExpressions;

namespace KsefFunctions.Dashboard;

/// <summary>
/// Joins ES modules into one script, so that the page is a single answer: an import cannot carry the function key in a
/// header. Understands what the modules here use: named imports from <c>./file.js</c> and exported declarations, no cycles.
/// </summary>
internal sealed partial class ScriptBundle(Func<string, string> read)
{
    private readonly HashSet<string> _visited = [];
    private readonly StringBuilder _script = new("const modules = {};\n");

    /// <summary>The script that runs <paramref name="entry"/> after everything it imports.</summary>
    public static string Of(string entry, Func<string, string> read)
    {
        var bundle = new ScriptBundle(read);
        bundle.Add(entry);
        return bundle._script.ToString();
    }

    private void Add(string module)
    {
        if (!_visited.Add(module))
        {
            return;
        }

        var source = Import().Replace(read(module), import =>
        {
            Add(import.Groups["module"].Value);
            return $"const {{{import.Groups["names"].Value}}} = modules[\"{import.Groups["module"].Value}\"];\n";
        });
        var exported = Export().Matches(source).Select(export => export.Groups["name"].Value);
        _script.Append("modules[\"").Append(module).Append("\"] = (() => {\n")
            .Append(Export().Replace(source, "${declaration} ${name}"))
            .Append("return { ").AppendJoin(", ", exported).Append(" };\n})();\n");
    }

    [GeneratedRegex("""^import \{(?<names>[^}]*)\} from "\./(?<module>[^"]+)";\n""", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Import();

    [GeneratedRegex("""^export (?<declaration>async function|function|class|const) (?<name>\w+)""", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Export();
}

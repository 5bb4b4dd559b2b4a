namespace Ksef.Mapping.JpkFa;

/// <summary>The versions of JPK_FA, told by their namespaces. Source: the Ministry's schemas.</summary>
internal static class JpkFaVersions
{
    /// <summary>Name of the root.</summary>
    public const string Root = "JPK";

    /// <summary>The namespace of JPK_FA(4).</summary>
    public const string Namespace = "http://jpk.mf.gov.pl/wzor/2022/02/17/02171/";

    private static readonly Dictionary<string, string> Older = new()
    {
        ["http://jpk.mf.gov.pl/wzor/2016/03/09/03095/"] = "JPK_FA(1)",
        ["http://jpk.mf.gov.pl/wzor/2019/03/21/03211/"] = "JPK_FA(2)",
        ["http://jpk.mf.gov.pl/wzor/2019/09/27/09271/"] = "JPK_FA(3)",
    };

    /// <summary>The name of an older version.</summary>
    /// <returns>Its name, such as <c>JPK_FA(3)</c>; <see langword="null"/> when the namespace is none of theirs.</returns>
    public static string? OlderOf(string name) => Older.GetValueOrDefault(name);
}

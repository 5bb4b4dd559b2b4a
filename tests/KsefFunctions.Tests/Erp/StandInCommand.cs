namespace KsefFunctions.Tests.Erp;

/// <summary>A shell script that stands in for a program of Azure, in a folder that the example's PATH begins with.</summary>
internal static class StandInCommand
{
    /// <summary>Writes the script and gives the PATH that finds it first.</summary>
    public static string Make(DirectoryInfo folder, string name, string script)
    {
        var file = Path.Combine(folder.CreateSubdirectory("bin").FullName, name);
        File.WriteAllText(file, script);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return $"{Path.GetDirectoryName(file)}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}";
    }
}

namespace LocalHost.Hosting;

/// <summary>Writes files with keys in them: readable for the user only, and never half written.</summary>
internal static class SecretFile
{
    public static async Task WriteAsync(string path, string text, CancellationToken cancellationToken)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        string aside = $"{path}.new";
        await using (var writer = new StreamWriter(aside, options))
        {
            await writer.WriteAsync(text.AsMemory(), cancellationToken);
        }

        File.Move(aside, path, overwrite: true);
    }
}

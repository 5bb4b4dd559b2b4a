using System.Runtime.InteropServices;

namespace Browser.Tests.Hosting;

/// <summary>A test of what npm has for Linux on x64 only.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute()
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.OSArchitecture != Architecture.X64)
        {
            Skip = "For Linux on x64.";
        }
    }
}

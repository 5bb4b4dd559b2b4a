namespace LocalHost.ImportCertificate;

/// <summary>The password of the private key: from the environment, or typed by a person without being shown.</summary>
internal sealed class ImportPassword(Func<string, string?> environment, Func<string, string?> ask)
{
    public const string Variable = "KSEF_CERTIFICATE_PASSWORD";

    /// <summary>Null when there is none and nobody to ask.</summary>
    public string? Get(string path) => environment(Variable) is { Length: > 0 } password ? password : ask($"Password of {Path.GetFileName(path)}: ");

    /// <summary>Reads a line from the keyboard and shows nothing of it; null when there is no keyboard.</summary>
    public static string? AskKeyboard(string prompt)
    {
        if (Console.IsInputRedirected)
        {
            return null;
        }

        Console.Error.Write(prompt);
        var typed = new System.Text.StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key != ConsoleKey.Backspace)
            {
                typed.Append(key.KeyChar);
            }
            else if (typed.Length > 0)
            {
                typed.Length--;
            }
        }

        Console.Error.WriteLine();
        return typed.ToString();
    }
}

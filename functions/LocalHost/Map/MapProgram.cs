using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ksef.Invoices;
using Ksef.Mapping;
using LocalHost.Cli;

namespace LocalHost.Map;

/// <summary>From the arguments after <c>map</c> to the exit code.</summary>
public static class MapProgram
{
    // Polish letters as they are: it is read by people, and no part of a page.
    private static readonly MapJson Readable = new(new JsonSerializerOptions(MapJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <param name="arguments">The command line without the command's name.</param>
    /// <param name="terminal">What the program may print to.</param>
    /// <param name="time">Tells what day it is.</param>
    /// <param name="stop">Ends the mapping.</param>
    public static Task<int> RunAsync(IReadOnlyList<string> arguments, Terminal terminal, TimeProvider time, CancellationToken stop) =>
        ExitCode.OfAsync(terminal, async () =>
        {
            MapOptions options = MapCommandLine.Parse(arguments);
            if (options.Help)
            {
                await terminal.Output.WriteAsync(MapHelpText.Text);
                return ExitCode.Success;
            }

            IReadOnlyList<MapItem> items = await MapAsync(options, time, stop);
            await (options.Json ? terminal.Output.WriteLineAsync(JsonSerializer.Serialize(items, Readable.IReadOnlyListMapItem)) : PrintAsync(items, terminal.Output));
            return items.Any(item => item.IsWrong) ? ExitCode.NotAllAccepted : ExitCode.Success;
        });

    private static async Task<IReadOnlyList<MapItem>> MapAsync(MapOptions options, TimeProvider time, CancellationToken stop)
    {
        CompanyProfile profile = options.Profile is { } company ? CompanyProfileFile.Read(await ReadAsync(company, stop)) : CompanyProfile.Empty;
        DataMapping mapping = options.Mapping is { } file ? DataMappingFile.Read(await ReadAsync(file, stop)) : DataMapping.Empty;
        string nip = options.Nip ?? profile.Nip ?? throw new CommandLineException("Neither --nip nor the profile says whose invoices these are.");
        var context = new MappingContext(nip, profile, mapping, time.GetUtcNow()) { Checker = new InvoiceChecker(time), CheckOptions = new InvoiceCheckOptions { ContextNip = nip } };
        if (options.Out is { } directory)
        {
            Directory.CreateDirectory(directory);
        }

        await using Stream data = Open(options.File!);
        return await new MapRun(context, options.Out).MapAsync(data, stop);
    }

    private static async Task PrintAsync(IReadOnlyList<MapItem> items, TextWriter output)
    {
        foreach (MapItem item in items)
        {
            await output.WriteLineAsync($"{item.Outcome,-8}  {item.Kind,-7}  {item.Number}  {item.Xml}".TrimEnd());
            foreach (MapFinding finding in item.Findings)
            {
                string place = string.Join(", ", new[] { finding.Part, finding.Row is { } row ? $"row {row.ToString(CultureInfo.InvariantCulture)}" : null, finding.Field }.Where(part => part is not null));
                await output.WriteLineAsync($"          {finding.Code} {finding.Severity} {place}: {finding.Message}");
                await output.WriteLineAsync($"                   {finding.WhatToDo}");
            }
        }

        await output.WriteLineAsync($"{items.Count(item => item.Outcome == "made")} made, {items.Count(item => item.IsWrong)} wrong, {items.Count(item => item.Outcome == "left out")} left out.");
    }

    private static async Task<byte[]> ReadAsync(string path, CancellationToken stop)
    {
        await using Stream file = Open(path);
        using var content = new MemoryStream();
        await file.CopyToAsync(content, stop);
        return content.ToArray();
    }

    private static FileStream Open(string path)
    {
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new CommandLineException($"'{path}' cannot be read: {unreadable.Message}");
        }
    }
}

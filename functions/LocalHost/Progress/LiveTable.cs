using LocalHost.Drops;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace LocalHost.Progress;

/// <summary>A table that redraws itself: one row for each of the newest files.</summary>
internal sealed class LiveTable(LiveDisplayContext display, TimeProvider time) : IProgressView
{
    private const int MostRows = 20;

    public void Show(IReadOnlyList<DropProgress> files)
    {
        display.UpdateTarget(Draw(files, time.GetUtcNow()));
        display.Refresh();
    }

    internal static IRenderable Draw(IReadOnlyList<DropProgress> files, DateTimeOffset now)
    {
        Table table = new Table().RoundedBorder().BorderColor(Color.Grey)
            .AddColumn("File").AddColumn("Step").AddColumn("Outcome").AddColumn("KSeF number or error").AddColumn(new TableColumn("Time").RightAligned());
        int warnings = Math.Max(1, MostRows / Math.Max(1, files.Count));
        foreach (DropProgress file in Shown(files))
        {
            table.AddRow(
                new Text(file.File.Name),
                new Text(ProgressText.Step(file, now)),
                new Text(ProgressText.Outcome(file), Style(file)),
                new Text(string.Join('\n', ProgressText.Warnings(file, warnings).Prepend(ProgressText.Result(file))).Trim()),
                new Text(ProgressText.Elapsed(file, now)));
        }

        int done = files.Count(file => file.IsFinal);
        return files.Count > MostRows
            ? new Rows(table, new Text($"{done} of {files.Count} files are done; the table shows {MostRows} of them."))
            : table;
    }

    // With many files, those that still move or went wrong matter more than those that went well.
    private static IEnumerable<DropProgress> Shown(IReadOnlyList<DropProgress> files) =>
        files.Count <= MostRows ? files : files.OrderBy(file => file.IsGood).ThenByDescending(file => file.Outcome).Take(MostRows);

    private static Style Style(DropProgress file) =>
        !file.IsFinal ? new Style(Color.Yellow) : file.IsGood ? new Style(Color.Green) : new Style(Color.Red);
}

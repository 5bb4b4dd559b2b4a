using KsefFunctions.Files;
using LocalHost.Drops;

namespace LocalHost.Progress;

/// <summary>A line for every change, for logs and for terminals that cannot redraw.</summary>
internal sealed class PlainLines(TextWriter output, TimeProvider time) : IProgressView
{
    private const int MostWarnings = 10;

    private readonly Dictionary<DroppedFile, (FileOutcome? Outcome, bool IsFinal)> _shown = [];

    public void Show(IReadOnlyList<DropProgress> files)
    {
        foreach (DropProgress file in files)
        {
            (FileOutcome? Outcome, bool IsFinal) state = (file.Outcome, file.IsFinal);
            if (_shown.TryGetValue(file.File, out (FileOutcome? Outcome, bool IsFinal) shown) && shown == state)
            {
                continue;
            }

            _shown[file.File] = state;
            string elapsed = ProgressText.Elapsed(file, time.GetUtcNow());
            output.WriteLine(file.IsFinal
                ? $"{file.File.Name}: {ProgressText.Outcome(file)} after {elapsed}  {ProgressText.Result(file)}".TrimEnd()
                : $"{file.File.Name}: {ProgressText.Step(file, time.GetUtcNow())}");
            foreach (string warning in ProgressText.Warnings(file, MostWarnings))
            {
                output.WriteLine($"  {warning}");
            }
        }
    }
}

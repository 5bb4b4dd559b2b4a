using LocalHost.Drops;

namespace LocalHost.Progress;

/// <summary>Shows the user how far the dropped files have come.</summary>
internal interface IProgressView
{
    void Show(IReadOnlyList<DropProgress> files);
}

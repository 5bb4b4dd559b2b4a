using KsefSimulator.Storage;
using KsefSimulator.Time;

namespace KsefSimulator.Hosting;

/// <summary>How far the clock has been moved ahead.</summary>
internal sealed record ClockOffset(TimeSpan Offset);

/// <summary>Keeps the clock's offset with the state: otherwise what happened after a move would lie in the future of the next run.</summary>
internal sealed class ClockState(Journal journal, SimulatorClock clock)
{
    private const string Key = "clock";
    private readonly JournaledSet<ClockOffset> _offsets = new(journal, Key, StateJson.Types.ClockOffset);

    /// <summary>After loading: moves the clock to where the last run had it, and notes every further move.</summary>
    public void Resume()
    {
        if (_offsets.TryGet(Key, out var kept) && kept.Offset > clock.Offset)
        {
            clock.Advance(kept.Offset - clock.Offset);
        }

        clock.Moved += offset => _offsets.Put(Key, new ClockOffset(offset));
    }
}

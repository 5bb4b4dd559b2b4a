using System.Security.Cryptography;
using KsefSimulator.Storage;

namespace KsefSimulator.Hosting;

/// <summary>What tokens and links are signed with. Kept with the state, so that both outlive a restart.</summary>
internal sealed record SimulatorSecrets(byte[] Tokens, byte[] Links)
{
    private const string Kind = "secrets";
    private const int Length = 32;

    /// <summary>Reads the secrets of an earlier run, or makes new ones. Works on its own small journal, because others need them from the start.</summary>
    public static SimulatorSecrets LoadOrCreate(string? directory)
    {
        using var journal = new Journal(directory is null ? null : Path.Combine(directory, Kind));
        var set = new JournaledSet<SimulatorSecrets>(journal, Kind, StateJson.Types.SimulatorSecrets);
        journal.Load(() => { });
        if (!set.TryGet(Kind, out var secrets))
        {
            secrets = new SimulatorSecrets(RandomNumberGenerator.GetBytes(Length), RandomNumberGenerator.GetBytes(Length));
            set.Put(Kind, secrets);
        }

        return secrets;
    }
}

using KsefSimulator.PublicKeys;
using KsefSimulator.Storage;

namespace KsefSimulator.Upo;

/// <summary>Keeps the key that UPOs are signed with.</summary>
internal sealed class SealRing(Journal journal, TimeProvider time) : IDisposable
{
    private readonly JournaledSet<MinistryKey> _keys = new(journal, "seal", PublicKeyJson.Types.MinistryKey);
    private UpoSeal? _current;

    public UpoSeal Current => _current ?? throw new InvalidOperationException("The seal is made when the state is loaded.");

    public void EnsureKey()
    {
        if (!_keys.TryGet(UpoSeal.Usage, out var key))
        {
            key = KeyFactory.CreateFirst(UpoSeal.Usage, "Pieczęć UPO", time.GetUtcNow(), journal.IsPersistent);
            _keys.Put(UpoSeal.Usage, key);
        }

        _current = new UpoSeal(key);
    }

    public void Dispose() => _current?.Dispose();
}

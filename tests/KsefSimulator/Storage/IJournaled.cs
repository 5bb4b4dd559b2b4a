namespace KsefSimulator.Storage;

/// <summary>A set of things that the journal can write and read back.</summary>
internal interface IJournaled
{
    void Restore(string key, string json);

    IEnumerable<(string Key, byte[] Json)> Snapshot();
}

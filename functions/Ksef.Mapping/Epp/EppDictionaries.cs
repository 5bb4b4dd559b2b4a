namespace Ksef.Mapping.Epp;

/// <summary>
/// What the dictionaries of a file say. They come after all documents, and are read before them. Only what invoices need is kept,
/// and of documents only what differs from the usual.
/// </summary>
internal sealed class EppDictionaries
{
    private readonly Dictionary<string, EppDocumentFacts> _documents = [];
    private readonly List<EppDictionaryFault> _faults = [];
    private readonly Dictionary<string, List<EppDictionaryFault>> _faultsOf = [];

    /// <summary>Goods by code.</summary>
    public Dictionary<string, EppGoods> Goods { get; } = [];

    /// <summary>CN codes by code of goods.</summary>
    public Dictionary<string, DataValue> CnCodes { get; } = [];

    /// <summary>GTU marks by code of goods, such as <c>GTU_06</c>.</summary>
    public Dictionary<string, DataValue> GtuMarks { get; } = [];

    /// <summary>Contractors by code.</summary>
    public Dictionary<string, EppContractor> Contractors { get; } = [];

    /// <summary>What is said of a document, under its key; made when there is nothing yet.</summary>
    public EppDocumentFacts FactsToFill(string key)
    {
        if (!_documents.TryGetValue(key, out var facts))
        {
            facts = new EppDocumentFacts();
            _documents.Add(key, facts);
        }

        return facts;
    }

    /// <summary>What is said of a document, under its key.</summary>
    public EppDocumentFacts? FactsOf(string key) => _documents.GetValueOrDefault(key);

    /// <summary>Keeps a record that cannot be read, for those whom it may be about.</summary>
    /// <param name="key">Whom it is about: a code or a document; <see langword="null"/> when that cannot be told, and it may be anybody.</param>
    /// <param name="fault">What is wrong.</param>
    public void AddFault(string? key, EppDictionaryFault fault)
    {
        if (key is null)
        {
            _faults.Add(fault);
        }
        else if (_faultsOf.TryGetValue(key, out var faults))
        {
            faults.Add(fault);
        }
        else
        {
            _faultsOf.Add(key, [fault]);
        }
    }

    /// <summary>What cannot be read in the dictionaries and may be about a key.</summary>
    public IEnumerable<EppDictionaryFault> FaultsOf(string key) => _faultsOf.TryGetValue(key, out var faults) ? faults : [];

    /// <summary>What cannot be read in the dictionaries and may be about any document.</summary>
    public IReadOnlyList<EppDictionaryFault> FaultsOfAll => _faults;
}

namespace KsefSimulator.Http;

/// <summary>KSeF understood the request and refuses it: HTTP 400 with one of its exception codes.</summary>
internal sealed class KsefRefusal(int code, string description, params string[] details) : Exception($"{code} {description}")
{
    public int Code => code;

    public string Description => description;

    public IReadOnlyList<string> Details => details;
}

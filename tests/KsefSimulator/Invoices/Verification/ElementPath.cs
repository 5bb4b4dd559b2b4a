using System.Text;

namespace KsefSimulator.Invoices.Verification;

/// <summary>Where a reader stands, as local names joined by slashes.</summary>
internal sealed class ElementPath
{
    private readonly StringBuilder _path = new();
    private string? _current;

    public string Current => _current ??= _path.ToString();

    public void Enter(string name)
    {
        _path.Append('/').Append(name);
        _current = null;
    }

    public void Leave()
    {
        var length = _path.Length;
        while (_path[--length] != '/')
        {
        }

        _path.Length = length;
        _current = null;
    }
}

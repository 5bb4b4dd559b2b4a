using System.Text;

namespace Ksef.Invoices.Reading;

/// <summary>The text of one element. It nearly always comes in one piece; comments and CDATA sections make several.</summary>
internal struct ElementText
{
    private string? _first;
    private StringBuilder? _whole;

    public void Add(string piece)
    {
        if (_first is null)
        {
            _first = piece;
        }
        else
        {
            // A file may be all comments: joining strings piece by piece would take the square of its length.
            (_whole ??= new StringBuilder(_first)).Append(piece);
        }
    }

    public override readonly string ToString() => _whole?.ToString() ?? _first ?? string.Empty;
}

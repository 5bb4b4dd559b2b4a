using System.Text;

namespace Ksef.Client;

/// <summary>Fills the placeholders of a path in order, so that one literal serves the call and its name in traces.</summary>
internal static class PathTemplate
{
    public static Uri Fill(string template, ReadOnlySpan<string> values)
    {
        var path = new StringBuilder();
        var rest = template.AsSpan();
        foreach (var value in values)
        {
            // An empty segment or dots would make it another path.
            if (value.Trim('.').Length == 0)
            {
                throw new ArgumentException($"A number is missing for {template}.", nameof(values));
            }

            var open = rest.IndexOf('{');
            path.Append(rest[..open]).Append(Uri.EscapeDataString(value));
            rest = rest[(rest.IndexOf('}') + 1)..];
        }

        return new Uri(path.Append(rest).ToString(), UriKind.Relative);
    }
}

using System.Globalization;
using System.Text;

namespace Ksef.Invoices.Structure;

/// <summary>Texts as people compare them: small letters without accents, and digits; spaces and punctuation are left out.</summary>
internal static class FoldedText
{
    /// <param name="text">The text.</param>
    /// <param name="keepsCurrencySigns">Whether signs such as € stay, too.</param>
    public static string Of(string text, bool keepsCurrencySigns = false)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var character in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(character) || (keepsCurrencySigns && char.GetUnicodeCategory(character) == UnicodeCategory.CurrencySymbol))
            {
                // The Polish ł is a letter of its own: it does not come apart into l and a stroke.
                folded.Append(character is 'ł' or 'Ł' ? 'l' : char.ToLowerInvariant(character));
            }
        }

        return folded.ToString();
    }
}

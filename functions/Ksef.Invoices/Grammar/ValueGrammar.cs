using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Schema;

namespace Ksef.Invoices.Grammar;

/// <summary>What the text of an element or attribute must be.</summary>
internal sealed class ValueGrammar
{
    /// <summary>Types whose values depend on others of the document.</summary>
    private static readonly XmlTypeCode[] Dependent = [XmlTypeCode.QName, XmlTypeCode.Notation, XmlTypeCode.Id, XmlTypeCode.Idref, XmlTypeCode.Entity];

    private readonly XmlSchemaDatatype? _datatype;
    private readonly Func<string, bool>? _form;
    private readonly Regex[] _patterns = [];

    public ValueGrammar(XmlSchemaType type)
    {
        _datatype = Dependent.Contains(type.TypeCode) ? null : type.Datatype;
        if (_datatype is { Variety: XmlSchemaDatatypeVariety.Atomic } && TypeFacets.Of(type) is { Patterns: { } patterns } facets)
        {
            (_form, _patterns) = (ValueForm.Of(type.TypeCode, facets), patterns);
        }
    }

    /// <summary>Whether it is certainly right.</summary>
    public bool Accepts(string value) => (_form?.Invoke(value) == true && MatchesPatterns(value)) || IsParsed(value);

    private bool MatchesPatterns(string value)
    {
        foreach (var pattern in _patterns)
        {
            if (!pattern.IsMatch(value))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The schema's own judgement: exact, and slow.</summary>
    private bool IsParsed(string value)
    {
        try
        {
            _datatype?.ParseValue(value, new NameTable(), null);
            return _datatype is not null;
        }
        catch (XmlSchemaException)
        {
            return false;
        }
    }
}

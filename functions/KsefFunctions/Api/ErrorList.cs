using KsefFunctions.Errors;

namespace KsefFunctions.Api;

/// <summary>The catalogue of errors.</summary>
public sealed record ErrorList(IReadOnlyList<ErrorEntry> Errors);

/// <summary>One entry of the catalogue. The texts have places such as <c>{0}</c> or <c>{date}</c>, which each occurrence fills.</summary>
public sealed record ErrorEntry(
    string Code, string Kind, Party Responsible, Replay Replay, string Text, string TextPl, string WhatToDo, string WhatToDoPl)
{
    public static ErrorEntry Of(ErrorDefinition definition) => new(
        definition.Code, definition.Kind.ToString(), definition.Responsible, definition.Replay, definition.Text, definition.TextPl, definition.WhatToDo, definition.WhatToDoPl);
}

namespace KsefFunctions.Errors;

/// <summary>One entry of the numbered catalogue. Dashboard, alerts, dead letters, runbook and retry policy key on the number.</summary>
/// <param name="Code">Such as <c>KSF-2001</c>. Never reused.</param>
/// <param name="Kind">What the flow does about it.</param>
/// <param name="Responsible">Who can end it.</param>
/// <param name="Replay">Whether the same bytes can end better.</param>
/// <param name="Text">English sentence; may hold <c>{0}</c>, <c>{1}</c>.</param>
/// <param name="TextPl">Polish sentence with the same places.</param>
/// <param name="WhatToDo">English advice for the person who reads it.</param>
/// <param name="WhatToDoPl">Polish advice.</param>
public sealed record ErrorDefinition(
    string Code, ErrorKind Kind, Party Responsible, Replay Replay, string Text, string TextPl, string WhatToDo, string WhatToDoPl);

using System.Text.Json;

namespace KsefFunctions.Tests.Infrastructure.Syntax;

/// <summary>What the parser makes of the files, by path from the root of the repository.</summary>
internal sealed record ParsedFiles(IReadOnlyDictionary<string, SyntaxNode> Bicep, IReadOnlyDictionary<string, JsonElement> Yaml);

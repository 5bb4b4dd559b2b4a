using System.Text.RegularExpressions;
using KsefFunctions.Tests.Infrastructure;

namespace KsefFunctions.Tests.Documents;

/// <summary>Names in commands are those that <c>azd env get-values</c> gives, so that a command can be copied as it stands.</summary>
[Collection(nameof(InfrastructureFiles))]
public sealed partial class CommandNameTests(InfrastructureFiles files)
{
    // azd keeps these by itself.
    private static readonly string[] OfAzd = ["AZURE_ENV_NAME", "AZURE_LOCATION", "AZURE_SUBSCRIPTION_ID"];

    public static TheoryData<string> Documents => ["docs/operations.md", "docs/runbook.md"];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Names_InCommands_AreOutputsOfTheTemplateOrSetThere(string document)
    {
        var text = Repository.Read(document);
        var known = files.Template("infra/main.bicep").Outputs.Concat(OfAzd).Concat(Set().Matches(text).Select(set => set.Groups[1].Value)).ToHashSet();
        var asked = Asked().Matches(text).Select(asked => asked.Groups[1].Value).Distinct().ToList();

        asked.ShouldContain("AZURE_RESOURCE_GROUP");
        asked.Except(known).ShouldBeEmpty($"{document} uses names that nothing sets");
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Placeholders_ForWhatAzdKnows_AreNotLeftToTheReader(string document) =>
        Placeholder().Matches(Repository.Read(document)).Select(placeholder => placeholder.Value).ShouldBeEmpty();

    [GeneratedRegex(@"\$([A-Z][A-Z_]{2,})")]
    private static partial Regex Asked();

    [GeneratedRegex(@"^ {4,}(?:export |read -rs )?([A-Z][A-Z_]{2,})(?:=|\r?$)", RegexOptions.Multiline)]
    private static partial Regex Set();

    [GeneratedRegex("<(?:group|app|[A-Z]+_[A-Z_]+)>")]
    private static partial Regex Placeholder();
}

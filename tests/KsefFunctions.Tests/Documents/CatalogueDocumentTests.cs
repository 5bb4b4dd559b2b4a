using KsefFunctions.Errors;
using KsefFunctions.Tests.Infrastructure;
using LocalHost.Documents;

namespace KsefFunctions.Tests.Documents;

/// <summary>Catalogue, file contract and runbook say of each number the same: they are made from one table.</summary>
public sealed class CatalogueDocumentTests
{
    public static TheoryData<string> Names => [.. CatalogueDocuments.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Document_IsThatOfTheCatalogue(string name)
    {
        var present = Repository.Read($"docs/{name}").ReplaceLineEndings("\n");

        present.ShouldBe(CatalogueDocuments.Made(name, present), $"The catalogue changed. Run: {CatalogueDocuments.Command}");
    }

    [Fact]
    public void ErrorList_LeavesNoNumberOut()
    {
        var text = Repository.Read("docs/errors.md");

        ErrorCatalogue.All.ShouldAllBe(definition => text.Contains($"| {definition.Code}", StringComparison.Ordinal));
    }
}

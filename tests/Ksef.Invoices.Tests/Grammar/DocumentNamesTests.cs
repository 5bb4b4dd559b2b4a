using Ksef.Invoices.Grammar;

namespace Ksef.Invoices.Tests.Grammar;

public sealed class DocumentNamesTests
{
    [Fact]
    public void Add_NameThatNoSchemaHas_IsKeptForThisDocumentOnly()
    {
        var (first, second) = (new DocumentNames(), new DocumentNames());

        var added = first.Add("nobody-shares-this");

        first.Get("nobody-shares-this".ToCharArray(), 0, 18).ShouldBeSameAs(added);
        second.Get("nobody-shares-this").ShouldBeNull();
    }

    [Fact]
    public void Add_NameOfASchema_IsOneForAllDocuments()
    {
        var shared = DocumentNames.Share("shared-by-a-test");

        new DocumentNames().Add("-shared-by-a-test-".ToCharArray(), 1, 16).ShouldBeSameAs(shared);
    }

    [Fact]
    public void Add_NameSharedInTheMiddleOfADocument_StaysTheSameObject()
    {
        var names = new DocumentNames();
        var before = names.Add("shared-too-late");

        DocumentNames.Share(new string("shared-too-late"));

        names.Add("shared-too-late".ToCharArray(), 0, 15).ShouldBeSameAs(before);
    }
}

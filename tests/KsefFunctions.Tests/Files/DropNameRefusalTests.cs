using KsefFunctions.Errors;
using KsefFunctions.Files;

namespace KsefFunctions.Tests.Files;

/// <summary>A file under the ending of another kind is told what it is, and not to wait.</summary>
public sealed class DropNameRefusalTests
{
    [Theory]
    [InlineData("a.zip", ContentKind.SevenZip, "KSF-2111", "7z")]
    [InlineData("a.zip", ContentKind.Rar, "KSF-2111", "RAR")]
    [InlineData("a.zip", ContentKind.Gzip, "KSF-2111", "gzip")]
    [InlineData("a.zip", ContentKind.Tar, "KSF-2111", "tar")]
    [InlineData("a.zip", ContentKind.Xml, "KSF-2008", ".xml")]
    [InlineData("a.xml", ContentKind.Zip, "KSF-2009", ".zip")]
    public void RefusalOf_AnotherKindOfFile_SaysWhatItIs(string name, ContentKind content, string code, string word)
    {
        var error = DropName.RefusalOf($"1111111111/{name}", content).ShouldNotBeNull();

        error.Code.ShouldBe(code);
        var todo = ErrorCatalogue.Find(code).ShouldNotBeNull().WhatToDo;
        $"{error.Message} {todo}".ShouldContain(word);
        todo.ShouldNotContain("written completely");
        error.Message.ShouldNotContain("PDF");
    }

    [Theory]
    [InlineData("a.zip", ContentKind.Zip)]
    [InlineData("A.XML", ContentKind.Xml)]
    [InlineData("a.xlsx", ContentKind.Workbook)]
    [InlineData("a.zip", ContentKind.Workbook)]
    [InlineData("A.CSV", ContentKind.Other)]
    [InlineData("a.epp", ContentKind.Other)]
    [InlineData("a.jsonl", ContentKind.Other)]
    public void RefusalOf_RightEnding_IsNone(string name, ContentKind content) => DropName.RefusalOf($"1111111111/{name}", content).ShouldBeNull();
}

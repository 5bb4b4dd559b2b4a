using System.IO.Compression;
using SampleInvoices.Broken;

namespace Ksef.Invoices.Tests.Samples;

/// <summary>The samples are what they say they are.</summary>
public sealed class BrokenArchivesTests
{
    public static TheoryData<string> Unreadable => ["empty", "truncated", "garbled"];

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void Archive_WithoutItsDirectory_CannotBeOpened(string name)
    {
        var content = name switch
        {
            "empty" => BrokenArchives.EmptyFile,
            "truncated" => BrokenArchives.Truncated,
            _ => BrokenArchives.Garbled,
        };

        Should.Throw<InvalidDataException>(() => Open(content));
    }

    [Fact]
    public void BrokenData_Opened_FailsWhenRead()
    {
        using var archive = Open(BrokenArchives.BrokenData);
        using var entry = archive.Entries.Single().Open();

        Should.Throw<InvalidDataException>(() => entry.CopyTo(Stream.Null));
    }

    [Fact]
    public void Bomb_OnDisk_IsTwoHundredTimesSmaller()
    {
        var bomb = BrokenArchives.Bomb();

        Open(bomb).Entries.Single().Length.ShouldBeGreaterThan(bomb.LongLength * 200);
    }

    [Fact]
    public void TooMany_Entries_AreOneMoreThanASessionTakes() =>
        Open(BrokenArchives.TooMany()).Entries.Select(entry => entry.FullName).Distinct().Count().ShouldBe(BrokenArchives.TooManyFiles);

    [Fact]
    public void PathEscape_Names_LeadOut() =>
        Open(BrokenArchives.PathEscape).Entries.ShouldAllBe(entry =>
            entry.FullName.Contains("..", StringComparison.Ordinal) || entry.FullName.StartsWith('/') || entry.FullName.Contains(':', StringComparison.Ordinal));

    [Fact]
    public void OneBadAmongGood_Entries_AreGoodButOne()
    {
        using var archive = Open(BrokenArchives.OneBadAmongGood(4));

        var verdicts = archive.Entries.Select(entry => Checking.Check.Of(Read(entry)).IsAccepted).ToList();

        verdicts.Count(accepted => accepted).ShouldBe(4);
        verdicts.Count(accepted => !accepted).ShouldBe(1);
    }

    [Fact]
    public void Zip_SameFilesTwice_GivesSameBytes() =>
        BrokenArchives.OneBadAmongGood().ShouldBe(BrokenArchives.OneBadAmongGood());

    private static ZipArchive Open(byte[] content) => new(new MemoryStream(content), ZipArchiveMode.Read);

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using var source = entry.Open();
        using var target = new MemoryStream();
        source.CopyTo(target);
        return target.ToArray();
    }
}

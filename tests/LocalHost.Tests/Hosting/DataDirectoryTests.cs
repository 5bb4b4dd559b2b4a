using LocalHost.Hosting;

namespace LocalHost.Tests.Hosting;

public sealed class DataDirectoryTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("data-tests-");
    private readonly List<string> _reported = [];

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task OpenAsync_FreshInAFolderOfSomebodyElse_RefusesAndDeletesNothing()
    {
        string precious = Path.Combine(_folder.FullName, "precious.txt");
        await File.WriteAllTextAsync(precious, "mine");

        await Should.ThrowAsync<DataDirectoryException>(OpenAsync(fresh: true));

        File.Exists(precious).ShouldBeTrue();
    }

    [Fact]
    public async Task OpenAsync_Fresh_WipesWhatAHostLeft()
    {
        using (DataDirectory first = await OpenAsync(fresh: false))
        {
            Directory.CreateDirectory(first.Azurite);
            first.WriteIdentity(first.ReadIdentity());
        }

        using DataDirectory second = await OpenAsync(fresh: true);

        Directory.GetFileSystemEntries(second.Path).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task OpenAsync_StateOfTheVersionBefore_IsKeptAsideAndSaidSo()
    {
        await WriteStateOfTheVersionBeforeAsync("first");

        using (DataDirectory data = await OpenAsync(fresh: false))
        {
            Directory.Exists(data.Azurite).ShouldBeFalse();
        }

        string aside = Path.Combine(_folder.FullName, "earlier-state");
        (await File.ReadAllTextAsync(Path.Combine(aside, "azurite", "blobs"))).ShouldBe("first");
        _reported.ShouldHaveSingleItem().ShouldContain($"It is kept in '{aside}'");
    }

    [Fact]
    public async Task OpenAsync_KeptAsideBefore_KeepsBoth()
    {
        foreach (string content in new[] { "first", "second" })
        {
            await WriteStateOfTheVersionBeforeAsync(content);
            (await OpenAsync(fresh: false)).Dispose();
        }

        (await File.ReadAllTextAsync(Path.Combine(_folder.FullName, "earlier-state", "azurite", "blobs"))).ShouldBe("first");
        (await File.ReadAllTextAsync(Path.Combine(_folder.FullName, "earlier-state-2", "azurite", "blobs"))).ShouldBe("second");
    }

    [Fact]
    public async Task OpenAsync_StateOfThisVersion_StaysInSilence()
    {
        using (DataDirectory first = await OpenAsync(fresh: false))
        {
            Directory.CreateDirectory(first.Azurite);
        }

        using DataDirectory second = await OpenAsync(fresh: false);

        Directory.Exists(second.Azurite).ShouldBeTrue();
        _reported.ShouldBeEmpty();
    }

    [Fact]
    public async Task OpenAsync_FreshOnStateOfTheVersionBefore_WipesIt()
    {
        await WriteStateOfTheVersionBeforeAsync("first");

        using DataDirectory data = await OpenAsync(fresh: true);

        Directory.GetDirectories(data.Path).ShouldBeEmpty();
        _reported.ShouldBeEmpty();
    }

    [Fact]
    public async Task OpenAsync_OpenElsewhere_Refuses()
    {
        using DataDirectory first = await OpenAsync(fresh: false);

        (await Should.ThrowAsync<DataDirectoryException>(OpenAsync(fresh: false))).Message.ShouldContain("Another LocalHost");
    }

    [Fact]
    public async Task ReadIdentity_AfterWriting_IsWhatWasWritten()
    {
        using DataDirectory data = await OpenAsync(fresh: false);
        HostIdentity identity = data.ReadIdentity() with { HttpPort = 7071 };
        data.WriteIdentity(identity);

        data.ReadIdentity().ShouldBe(identity);
    }

    [Fact]
    public async Task ReadIdentity_TwoFolders_HaveDifferentKeys()
    {
        using DataDirectory data = await OpenAsync(fresh: false);

        HostIdentity first = data.ReadIdentity();
        HostIdentity second = data.ReadIdentity();

        first.FunctionKey.ShouldNotBe(second.FunctionKey);
        first.FunctionKey.Length.ShouldBeGreaterThan(30);
    }

    private async Task WriteStateOfTheVersionBeforeAsync(string content)
    {
        await File.WriteAllTextAsync(
            Path.Combine(_folder.FullName, ".ksef-localhost"), "LocalHost of KsefFunctions keeps its state in this folder; --fresh deletes everything beside this file.\n");
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "azurite"));
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "azurite", "blobs"), content);
    }

    private Task<DataDirectory> OpenAsync(bool fresh) => DataDirectory.OpenAsync(_folder.FullName, fresh, _reported.Add, CancellationToken.None);
}

using System.Globalization;
using System.Text.Json.Nodes;
using Ksef.Client;
using KsefFunctions.Files;
using KsefFunctions.Results;
using KsefFunctions.Storage;
using KsefFunctions.Tests.Ledger;

namespace KsefFunctions.Tests.Results;

/// <summary>Contents of one name: the latest drop has the plain name, each has its own, and nothing is lost in whatever order they come.</summary>
[Collection(SharedAppTests.Name)]
public sealed class ResultStoreTests(SharedApp shared)
{
    private static readonly DateTimeOffset Monday = new(2026, 2, 2, 8, 0, 0, TimeSpan.Zero);
    private static readonly string Nobody = string.Empty;

    private readonly string _path = $"1111111111/{Guid.NewGuid():N}/FV.xml";
    private readonly InvoiceStorage _storage = new(shared.App.Blobs);

    public static TheoryData<string> Orders => ["abc", "acb", "bac", "bca", "cab", "cba", "abcabc", "cbacba", "cccaaab"];

    private ResultStore Results => new(_storage);

    [Fact]
    public async Task Write_SameContentOverAndOver_IsOneResult()
    {
        await WriteAsync(ResultOf('a'), minute: 0);
        await WriteAsync(ResultOf('a') with { Attempt = 2 }, minute: 5);

        (await NamesAsync()).ShouldBe([$"{_path}.result.json"]);
        (await PlainAsync())["attempt"]!.GetValue<int>().ShouldBe(2);
        (await PlainAsync()).ContainsKey("earlier").ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Write_ThreeContentsInAnyOrder_LatestDropHasThePlainNameAndEachItsOwn(string order)
    {
        foreach (var content in order)
        {
            await WriteAsync(ResultOf(content), minute: content - 'a');
        }

        await IsSharedByThreeAsync();
    }

    [Fact]
    public async Task Write_ThreeContentsAtOnceAndTwice_LatestDropHasThePlainNameAndEachItsOwn()
    {
        await Task.WhenAll("abcabc".Select(content => Task.Run(() => WriteAsync(ResultOf(content), minute: content - 'a'))));

        await IsSharedByThreeAsync();
    }

    [Fact]
    public async Task Write_FirstContentDroppedAgain_HasThePlainNameAndNamesTheOther()
    {
        await WriteAsync(ResultOf('a'), minute: 0);
        await WriteAsync(ResultOf('b'), minute: 1);
        await WriteAsync(ResultOf('a'), minute: 2);

        (await PlainAsync())["sha256"]!.GetValue<string>().ShouldBe(Sha256Of('a'));
        Earlier(await PlainAsync()).ShouldBe([Sha256Of('b')]);
        (await OwnAsync('b')).ShouldNotBeNull();
    }

    [Fact]
    public async Task Write_ReceiptComesWhenALaterDropHasThePlainName_IsInItsOwnResultAndStaysThere()
    {
        var (pending, complete) = (ResultOf('a') with { Receipt = ReceiptState.Pending, FinishedAt = null }, ResultOf('a') with { Receipt = ReceiptState.Complete });
        await WriteAsync(pending, minute: 0);
        await WriteAsync(ResultOf('b'), minute: 1);
        await WriteAsync(complete, minute: 0);

        // The run that copied it before comes to an end only now.
        await WriteAsync(pending, minute: 0);
        await WriteAsync(ResultOf('b'), minute: 1);

        (await OwnAsync('a'))!["receipt"]!.GetValue<string>().ShouldBe("Complete");
        (await PlainAsync())["sha256"]!.GetValue<string>().ShouldBe(Sha256Of('b'));
    }

    [Fact]
    public async Task Write_ReplayedWhenALaterDropHasThePlainName_LaterResultNamesTheNewOutcome()
    {
        await WriteAsync(ResultOf('a') with { Outcome = FileOutcome.DeadLettered }, minute: 0);
        await WriteAsync(ResultOf('b'), minute: 1);
        await WriteAsync(ResultOf('a') with { Attempt = 2 }, minute: 0);

        (await PlainAsync())["earlier"]!.AsArray().ShouldHaveSingleItem()!["outcome"]!.GetValue<string>().ShouldBe("Accepted");
        (await OwnAsync('a'))!["attempt"]!.GetValue<int>().ShouldBe(2);
    }

    [Fact]
    public async Task Write_ResultOfAnEarlierVersionIsThere_IsKeptAsItWas()
    {
        var old = $$"""{ "name": "{{_path}}", "sha256": "{{Sha256Of('a')}}", "outcome": "Accepted", "attempt": 1, "unknown": "łódź" }""";
        await using var content = BinaryData.FromString(old).ToStream();
        await _storage.CreateOnceAsync(BlobArea.Outbox, $"{_path}.result.json", content, CancellationToken.None, new Dictionary<string, string>
        {
            ["received"] = Monday.ToString("O", CultureInfo.InvariantCulture),
        });

        await WriteAsync(ResultOf('b'), minute: 1);

        (await OwnAsync('a'))!["unknown"]!.GetValue<string>().ShouldBe("łódź");
        Earlier(await PlainAsync()).ShouldBe([Sha256Of('a')]);
    }

    [Fact]
    public async Task Write_DropThatNobodyReadIsLater_HasThePlainNameAndNamesTheOther()
    {
        await WriteAsync(ResultOf('a'), minute: 0);
        await WriteAsync(ResultOf(null), minute: 1);

        (await PlainAsync())["sha256"]!.GetValue<string>().ShouldBe(Nobody);
        Earlier(await PlainAsync()).ShouldBe([Sha256Of('a')]);
        (await OwnAsync('a')).ShouldNotBeNull();
    }

    [Fact]
    public async Task Write_DropThatNobodyReadIsEarlier_LeavesNoTraceInTheOther()
    {
        await WriteAsync(ResultOf('a'), minute: 1);
        await WriteAsync(ResultOf(null), minute: 0);
        await WriteAsync(ResultOf('a'), minute: 1);

        (await NamesAsync()).ShouldBe([$"{_path}.result.json"]);
        (await PlainAsync())["sha256"]!.GetValue<string>().ShouldBe(Sha256Of('a'));
    }

    [Fact]
    public async Task Write_OfEachKind_GivesTheNameUnderWhichItIsFound()
    {
        (await WriteAsync(ResultOf('b'), minute: 1)).ShouldBe($"{_path}.result.json");
        (await WriteAsync(ResultOf(null), minute: 0)).ShouldBeNull();
        (await WriteAsync(ResultOf('a'), minute: 0)).ShouldBe($"{_path}.{Sha256Of('a')[..16]}.result.json");
        (await WriteAsync(ResultOf('c'), minute: 2)).ShouldBe($"{_path}.{Sha256Of('c')[..16]}.result.json");
        (await WriteAsync(ResultOf(null), minute: 3)).ShouldBe($"{_path}.result.json");
    }

    [Fact]
    public async Task Write_NameIsUsedForEverything_ResultNamesTheLatestTwenty()
    {
        for (var content = 'A'; content <= 'Z'; content++)
        {
            await WriteAsync(ResultOf(content), minute: content - 'A');
        }

        Earlier(await PlainAsync()).ShouldBe(Enumerable.Range('F', 20).Select(content => Sha256Of((char)content)));
        (await NamesAsync()).Count.ShouldBe(27);
    }

    [Fact]
    public async Task Open_LaterDropHasThePlainName_GivesThatOfTheContent()
    {
        await WriteAsync(ResultOf('a'), minute: 0);
        await WriteAsync(ResultOf('b'), minute: 1);

        foreach (var content in "ab")
        {
            await using var found = await Results.OpenAsync(_path, Sha256Of(content), CancellationToken.None);
            (await JsonNode.ParseAsync(found!.Content))!["sha256"]!.GetValue<string>().ShouldBe(Sha256Of(content));
        }

        (await Results.OpenAsync(_path, Sha256Of('c'), CancellationToken.None)).ShouldBeNull();
    }

    private async Task IsSharedByThreeAsync()
    {
        (await PlainAsync())["sha256"]!.GetValue<string>().ShouldBe(Sha256Of('c'));
        Earlier(await PlainAsync()).ShouldBe([Sha256Of('a'), Sha256Of('b')], ignoreOrder: true);
        foreach (var content in "abc")
        {
            (await OwnAsync(content))!["sha256"]!.GetValue<string>().ShouldBe(Sha256Of(content));
        }

        (await NamesAsync()).Count.ShouldBe(4);
    }

    private Task<string?> WriteAsync(ResultFile result, int minute) => Results.WriteAsync(result, Monday.AddMinutes(minute), CancellationToken.None);

    private ResultFile ResultOf(char? content)
    {
        var record = AnyFile.Record with
        {
            Sha256 = content is { } letter ? Sha256Of(letter) : Nobody,
            Outcome = content is null ? FileOutcome.Rejected : FileOutcome.Accepted,
            FinishedAt = Monday,
        };
        return ResultPublisher.ResultOf(record, _path, upos: [], KsefEnvironment.Test);
    }

    private async Task<JsonObject> PlainAsync() => (await ReadAsync($"{_path}.result.json"))!;

    private Task<JsonObject?> OwnAsync(char content) => ReadAsync($"{_path}.{Sha256Of(content)[..16]}.result.json");

    private async Task<JsonObject?> ReadAsync(string name) =>
        await _storage.ReadAsync(BlobArea.Outbox, name, CancellationToken.None) is { } blob ? JsonNode.Parse(blob.Content.Span)!.AsObject() : null;

    private async Task<IReadOnlyList<string>> NamesAsync() =>
        await _storage.ListAsync(BlobArea.Outbox, _path, CancellationToken.None).Select(blob => blob.Name).ToListAsync();

    private static IEnumerable<string> Earlier(JsonObject result) => result["earlier"]!.AsArray().Select(other => other!["sha256"]!.GetValue<string>());

    private static string Sha256Of(char content) => string.Concat(Enumerable.Repeat(((int)content).ToString("x2", CultureInfo.InvariantCulture), 32));
}

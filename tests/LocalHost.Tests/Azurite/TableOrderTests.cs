using System.Globalization;
using Azure;
using Azure.Data.Tables;

namespace LocalHost.Tests.Azurite;

/// <summary>Rows of a table are found by key and by ranges of keys, whatever was done to them before: held against a plain sorted list, through a thousand random changes.</summary>
public sealed class TableOrderTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    private const int Changes = 1000;
    private const int Keys = 60;

    private readonly Random _random = new(20261129);
    private readonly SortedDictionary<(string Partition, string Key), string> _rows = new(Comparer<(string Partition, string Key)>.Create(
        (one, other) => string.CompareOrdinal(one.Partition, other.Partition) is var order and not 0 ? order : string.CompareOrdinal(one.Key, other.Key)));

    private readonly TableClient _table = new(azurite.Process.InvoicesConnectionString, "ordered");

    [Fact]
    public async Task Query_AfterRandomChanges_GivesWhatASortedListGives()
    {
        await _table.CreateAsync();
        for (var change = 0; change < Changes; change++)
        {
            await ChangeAsync(change.ToString(CultureInfo.InvariantCulture));
            if (change % 50 == 0)
            {
                await ShouldAgreeAsync();
            }
        }

        await ShouldAgreeAsync();
    }

    private async Task ChangeAsync(string text)
    {
        var row = new TableEntity($"p'{_random.Next(3)}", $"k{_random.Next(Keys):D3}") { ["Text"] = text };
        var id = (row.PartitionKey, row.RowKey);
        switch (_random.Next(6))
        {
            case 0:
                await _table.UpsertEntityAsync(row, TableUpdateMode.Merge);
                break;
            case 1:
                await _table.DeleteEntityAsync(row.PartitionKey, row.RowKey);
                _rows.Remove(id);
                return;
            case 2:
                await TransactAsync(row.PartitionKey, text);
                return;
            case 3:
                await FailAsync(row.PartitionKey, text);
                return;
            default:
                await _table.UpsertEntityAsync(row, TableUpdateMode.Replace);
                break;
        }

        _rows[id] = text;
    }

    private async Task TransactAsync(string partition, string text)
    {
        var rows = Enumerable.Range(0, 5).Select(_ => $"k{_random.Next(Keys):D3}").Distinct().Select(key => new TableEntity(partition, key) { ["Text"] = text }).ToList();
        await _table.SubmitTransactionAsync(rows.Select((row, index) => new TableTransactionAction(
            index % 2 == 0 ? TableTransactionActionType.UpsertReplace : TableTransactionActionType.UpsertMerge, row)));
        rows.ForEach(row => _rows[(row.PartitionKey, row.RowKey)] = text);
    }

    // The last change of it cannot be: all that came before it is undone.
    private async Task FailAsync(string partition, string text)
    {
        TableTransactionAction[] changes =
        [
            new(TableTransactionActionType.UpsertReplace, new TableEntity(partition, $"k{_random.Next(Keys):D3}") { ["Text"] = text }),
            new(TableTransactionActionType.UpsertMerge, new TableEntity(partition, $"l{_random.Next(Keys):D3}") { ["Text"] = text }),
            new(TableTransactionActionType.Delete, new TableEntity(partition, "nothing"), ETag.All),
        ];
        await Should.ThrowAsync<TableTransactionFailedException>(() => _table.SubmitTransactionAsync(changes));
    }

    private async Task ShouldAgreeAsync()
    {
        foreach (var partition in (string[])["p'0", "p'1", "p'2", "p'3"])
        {
            var (from, to) = ($"k{_random.Next(Keys):D3}", $"k{_random.Next(Keys):D3}");
            await ShouldGiveAsync(TableClient.CreateQueryFilter($"PartitionKey eq {partition}"), id => id.Partition == partition);
            await ShouldGiveAsync(
                TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {to}"),
                id => id.Partition == partition && string.CompareOrdinal(id.Key, from) >= 0 && string.CompareOrdinal(id.Key, to) < 0);
            await ShouldGiveAsync(
                TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey gt {from} and RowKey le {to}"),
                id => id.Partition == partition && string.CompareOrdinal(id.Key, from) > 0 && string.CompareOrdinal(id.Key, to) <= 0);
            await ShouldGiveAsync(
                TableClient.CreateQueryFilter($"PartitionKey eq {partition} and (RowKey eq {from} or RowKey eq {to})"),
                id => id.Partition == partition && (id.Key == from || id.Key == to));
            (await _table.GetEntityIfExistsAsync<TableEntity>(partition, from)).HasValue.ShouldBe(_rows.ContainsKey((partition, from)));
        }

        await ShouldGiveAsync("RowKey ge 'k030'", id => string.CompareOrdinal(id.Key, "k030") >= 0);
    }

    private async Task ShouldGiveAsync(string filter, Func<(string Partition, string Key), bool> isMeant)
    {
        var found = await _table.QueryAsync<TableEntity>(filter, maxPerPage: 7).Select(row => (row.PartitionKey, row.RowKey, row.GetString("Text"))).ToListAsync();

        found.ShouldBe(_rows.Where(row => isMeant(row.Key)).Select(row => (row.Key.Partition, row.Key.Key, row.Value)), filter);
    }
}

#!/usr/bin/env bash
# Azure.Data.Tables 12.13.0 (NuGet), against Azurite 3.37.0 (npm).
#
# Guess:   Table storage has no decimal, so the client refuses one, as it refuses a DateOnly ("Not supported type"), or converts it.
# Really:  a decimal property of an entity class is written, as a number, and never read back: it is 0, a decimal? is null, and no
#          error is raised either way. What is stored is a double without its type, so that 3.00 is an Int32 when read untyped.
#          A filter by a decimal constant (LINQ or CreateQueryFilter<T>) compares with "10M" and finds no row.
# Matters: a ledger of invoices whose amounts look stored (any table browser shows them) sums to 0.00 in the app.
#          Store an amount as text, or as whole grosze in a long.
set -euo pipefail

work=$(mktemp -d)
azurite=
trap 'if [ -n "$azurite" ]; then kill -9 "$azurite" 2> /dev/null || true; fi; rm -rf "$work"' EXIT
cd "$work"

cat > package.json <<'JSON'
{ "private": true, "dependencies": { "azurite": "3.37.0" } }
JSON

cat > finding.csproj <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <Nullable>enable</Nullable>
    <ImplicitUsings>enable</ImplicitUsings>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Azure.Data.Tables" Version="12.13.0" />
  </ItemGroup>
</Project>
XML

cat > Program.cs <<'CS'
using Azure;
using Azure.Data.Tables;

TableClient table = new(new Uri(args[0]), "ledger", new TableSharedKeyCredential("findings", args[1]));
table.Create();
Console.WriteLine($"Azure.Data.Tables {typeof(TableClient).Assembly.GetName().Version}");

table.AddEntity(new Row { PartitionKey = "2026-02", RowKey = "1", Net = 1234.50m, Vat = 283.94m, Discount = 3.00m });

TableEntity stored = table.GetEntity<TableEntity>("2026-02", "1").Value;
string[] kept = [.. new[] { "Net", "Vat", "Discount" }.Select(name => FormattableString.Invariant($"{name} {stored[name]} ({stored[name].GetType().Name})"))];
Console.WriteLine($"stored: {string.Join(", ", kept)}");

Row read = table.GetEntity<Row>("2026-02", "1").Value;
Console.WriteLine(FormattableString.Invariant($"read into decimal: Net {read.Net}, Vat {read.Vat}, Discount {read.Discount?.ToString() ?? "null"}"));

string filter = TableClient.CreateQueryFilter<Row>(row => row.Net > 10m);
int found = table.Query<Row>(row => row.Net > 10m).Count();
Console.WriteLine($"rows found by {filter}: {found}");

string date;
try
{
    table.AddEntity(new TableEntity("2026-02", "2") { ["Date"] = new DateOnly(2026, 2, 1) });
    date = "stored";
}
catch (NotSupportedException exception)
{
    date = exception.Message;
}

Console.WriteLine($"DateOnly: {date}");

bool asStated = kept.SequenceEqual(["Net 1234.5 (Double)", "Vat 283.94 (Double)", "Discount 3 (Int32)"])
    && read is { Net: 0, Vat: 0, Discount: null }
    && filter == "Net gt 10M" && found == 0
    && date != "stored";
Console.WriteLine(asStated ? "as stated" : "NOT as stated");
return asStated ? 0 : 1;

sealed class Row : ITableEntity
{
    public string PartitionKey { get; set; } = "";

    public string RowKey { get; set; } = "";

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    public decimal Net { get; set; }

    public decimal Vat { get; set; }

    public decimal? Discount { get; set; }
}
CS

dotnet build -c Release -o out --nologo -v quiet > build.log || { cat build.log; exit 1; }
npm install --silent --no-fund --no-audit
key=$(printf findings | base64)
AZURITE_ACCOUNTS="findings:$key" node_modules/.bin/azurite --inMemoryPersistence --disableTelemetry --skipApiVersionCheck \
  --blobPort 0 --queuePort 0 --tablePort 0 > azurite.log 2>&1 &
azurite=$!
disown
timeout 60 sh -c 'until grep -q "Table service is successfully" azurite.log; do sleep 0.2; done' || { cat azurite.log; exit 1; }

dotnet out/finding.dll "$(sed -n 's/.*Table service is successfully listening at //p' azurite.log)/findings" "$key"

#!/usr/bin/env bash
# PublicHoliday 3.17.0 (NuGet), PolandPublicHoliday.NextWorkingDay.
#
# Guess:   NextWorkingDay(day) is the first working day after the day, NextWorkingDay(day, n) the n-th.
# Really:  NextWorkingDay(day) of a working day is that day itself, as its documentation says. NextWorkingDay(day, n) first moves
#          to a working day that way and then counts n more: right from a working day, one day late from a Saturday, Sunday or
#          holiday. Neither is "the next working day" for every day; BusinessDaysAdd(day, n) is.
# Matters: an offline invoice must be in KSeF by the next working day, one of a failure within seven. By the first overload
#          the limit is over before the day is, by the second an invoice of a Sunday may be sent a day too late.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > finding.csproj <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <Nullable>enable</Nullable>
    <ImplicitUsings>enable</ImplicitUsings>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="PublicHoliday" Version="3.17.0" />
  </ItemGroup>
</Project>
XML

cat > Program.cs <<'CS'
using System.Globalization;
using PublicHoliday;

PolandPublicHoliday poland = new();
Console.WriteLine($"PublicHoliday {typeof(PolandPublicHoliday).Assembly.GetName().Version}");

(string Day, string Next, string NextBy1, string NextBy7, string Add1, string Add7)[] expected =
[
    ("2026-11-09", "2026-11-09", "2026-11-10", "2026-11-19", "2026-11-10", "2026-11-19"), // Monday; Wednesday is a holiday
    ("2026-11-08", "2026-11-09", "2026-11-10", "2026-11-19", "2026-11-09", "2026-11-18"), // Sunday
    ("2026-12-23", "2026-12-23", "2026-12-28", "2027-01-07", "2026-12-28", "2027-01-07"), // Wednesday before the holidays
    ("2026-12-24", "2026-12-28", "2026-12-29", "2027-01-08", "2026-12-28", "2027-01-07"), // Christmas Eve
];

bool asStated = true;
foreach ((string day, string next, string nextBy1, string nextBy7, string add1, string add7) in expected)
{
    DateTime from = DateTime.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
    string[] seen =
    [
        Text(poland.NextWorkingDay(from)), Text(poland.NextWorkingDay(from, 1)), Text(poland.NextWorkingDay(from, 7)),
        Text(poland.BusinessDaysAdd(from, 1)), Text(poland.BusinessDaysAdd(from, 7)),
    ];
    Console.WriteLine($"{day} {from.DayOfWeek}: NextWorkingDay {seen[0]}, with 1 {seen[1]}, with 7 {seen[2]}; BusinessDaysAdd 1 {seen[3]}, 7 {seen[4]}");
    asStated &= seen.SequenceEqual([next, nextBy1, nextBy7, add1, add7]);
}

Console.WriteLine(asStated ? "as stated" : "NOT as stated");
return asStated ? 0 : 1;

static string Text(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
CS

dotnet build -c Release -o out --nologo -v quiet > build.log || { cat build.log; exit 1; }
dotnet out/finding.dll

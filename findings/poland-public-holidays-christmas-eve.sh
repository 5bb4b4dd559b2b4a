#!/usr/bin/env bash
# poland-public-holidays 4.0.0 (npm), the newest version.
#
# Guess:   a calendar of Polish public holidays knows them all; what is missing would be an odd regional day.
# Really:  24 December, a public holiday since 2025 (Dz.U. 2024 poz. 1965), is a working day in it, in every year.
# Matters: an offline invoice goes to KSeF by the next working day. For one of 23 December 2026 that is Monday, 28 December;
#          this calendar says 24 December, so that a job which waits for working days sends on a holiday and an alarm is four days early.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > package.json <<'JSON'
{ "private": true, "dependencies": { "poland-public-holidays": "4.0.0" } }
JSON

cat > finding.cjs <<'JS'
const calendar = require('poland-public-holidays');
console.log('poland-public-holidays', require('./node_modules/poland-public-holidays/package.json').version);

const day = (year, month, date) => new Date(year, month - 1, date);
const nextWorkingDay = from => {
  const next = new Date(from);
  do next.setDate(next.getDate() + 1); while (!calendar.isWorkingDay(next));
  return next.toDateString();
};

const seen = {
  christmasEve2025: calendar.isWorkingDay(day(2025, 12, 24)),
  christmasEve2026: calendar.isWorkingDay(day(2026, 12, 24)),
  christmasDay2026: calendar.isWorkingDay(day(2026, 12, 25)),
  holidaysOf2026: calendar.getHolidaysInYear(day(2026, 1, 1)).length,
  workingDayAfter23December2026: nextWorkingDay(day(2026, 12, 23)),
};
console.log(seen);

const asStated = seen.christmasEve2025 && seen.christmasEve2026 && !seen.christmasDay2026 && seen.holidaysOf2026 === 13
  && seen.workingDayAfter23December2026 === 'Thu Dec 24 2026';
console.log(asStated ? 'as stated' : 'NOT as stated');
process.exitCode = asStated ? 0 : 1;
JS

npm install --silent --no-fund --no-audit
# Local days are meant, and the calendar reads them by the zone of the process.
TZ=Europe/Warsaw node finding.cjs

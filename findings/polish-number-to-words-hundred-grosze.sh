#!/usr/bin/env bash
# polish-number-to-words 1.0.1 (npm): amounts in words, as Polish invoices print them after "Słownie".
#
# Guess:   a function for złoty and grosz rounds to the grosz, then speaks. 1.9999 is 2.00: "dwa złote zero groszy".
# Really:  it cuts off the złoty and rounds only the rest, so a rest of 99.5 grosze and more becomes a hundred: "jeden złoty sto
#          groszy". The złoty is a whole one short of the amount in figures. And the package's ES module cannot be imported by
#          Node.js at all (its files import each other without ".js"); require() works.
# Matters: net times rate is seldom a whole number of grosze: 1.6260 x 1.23 = 1.99998. Round to two places before.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > package.json <<'JSON'
{ "private": true, "dependencies": { "polish-number-to-words": "1.0.1" } }
JSON

cat > finding.cjs <<'JS'
const { currencyToWordsPL } = require('polish-number-to-words');
console.log('polish-number-to-words', require('./node_modules/polish-number-to-words/package.json').version);

const expected = [
  [19.99, 'dziewiętnaście złotych dziewięćdziesiąt dziewięć groszy'],
  [2, 'dwa złote zero groszy'],
  [1.6260 * 1.23, 'jeden złoty sto groszy'],
  [999.996, 'dziewięćset dziewięćdziesiąt dziewięć złotych sto groszy'],
];

(async () => {
  let asStated = true;
  for (const [amount, words] of expected) {
    const spoken = currencyToWordsPL(amount);
    console.log(`${amount.toFixed(5)} -> ${spoken}`);
    asStated &&= spoken === words;
  }

  const imported = await import('polish-number-to-words').then(() => 'imported', error => error.code);
  console.log(`import -> ${imported}`);
  asStated &&= imported === 'ERR_MODULE_NOT_FOUND';
  console.log(asStated ? 'as stated' : 'NOT as stated');
  process.exitCode = asStated ? 0 : 1;
})();
JS

# The package's own install script asks for another package manager.
npm install --silent --no-fund --no-audit --ignore-scripts
node finding.cjs

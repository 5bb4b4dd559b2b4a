// Writes one JSON document: the syntax trees of all Bicep files and the values of all YAML files that are named after the folder of the packages.
const fs = require('fs');
const path = require('path');
const { createRequire } = require('module');
const packages = createRequire(path.join(process.argv[2], 'package.json'));
const { Parser, Language } = packages('web-tree-sitter');
const YAML = packages('yaml');

const grammar = path.join(path.dirname(packages.resolve('tree-sitter-bicep/package.json')), 'tree-sitter-bicep.wasm');

// The grammar knows the parameters of a template, which have a type, but not the assignments of a parameter file.
const asTemplate = (file, text) => (file.endsWith('.bicepparam') ? text.replace(/^param (\w+) =/gm, 'var   $1 =') : text);

const node = (syntax) => ({
  type: syntax.type,
  text: syntax.text,
  line: syntax.startPosition.row + 1,
  broken: syntax.isError || syntax.isMissing,
  children: syntax.children
    .filter((child) => (child.isNamed || child.isError || child.isMissing) && child.type !== 'comment')
    .map(node),
});

(async () => {
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(grammar));
  const result = { bicep: {}, yaml: {} };
  for (const file of process.argv.slice(3)) {
    const text = fs.readFileSync(file, 'utf8');
    if (/\.ya?ml$/.test(file)) {
      result.yaml[file] = YAML.parse(text);
    } else {
      result.bicep[file] = node(parser.parse(asTemplate(file, text)).rootNode);
    }
  }
  process.stdout.write(JSON.stringify(result));
})();

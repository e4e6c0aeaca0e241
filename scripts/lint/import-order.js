import { builtinModules } from 'node:module';
import path from 'node:path';
import { matcher } from './globs.js';

const codeEnding = /\.(ts|tsx|js|mjs)$/;
const builtins = new Set(builtinModules);

/** Who may import whom: reads the tables of eslint.config.js. Types count too, but for the few a row names. */
export function importOrder(house) {
  const judge = judgeBy(house);
  return {
    meta: { type: 'problem', schema: [], messages: { refused: '{{why}}' } },
    create(context) {
      const file = path.relative(context.cwd, context.filename).replaceAll(path.sep, '/');
      const isClient = context.sourceCode.ast.body.some((statement) => statement.directive === 'use client');
      const check = (source, typeOnly) => {
        if (typeof source?.value !== 'string') return;
        const why = judge({ file, isClient, typeOnly, specifier: source.value });
        if (why) context.report({ node: source, messageId: 'refused', data: { why } });
      };
      return {
        'ImportDeclaration': (node) => check(node.source, isTypeOnly(node)),
        'ExportNamedDeclaration': (node) => check(node.source, node.exportKind === 'type'),
        'ExportAllDeclaration': (node) => check(node.source, node.exportKind === 'type'),
        'ImportExpression': (node) => check(node.source, false),
        'TSImportType': (node) => check(node.source ?? node.argument?.literal, true),
        'CallExpression[callee.name="require"]': (node) => check(node.arguments[0], false),
      };
    },
  };
}

function isTypeOnly(node) {
  const named = node.specifiers.filter((specifier) => specifier.type === 'ImportSpecifier');
  const allTypes = named.length > 0 && named.every((specifier) => specifier.importKind === 'type');
  return node.importKind === 'type' || (allTypes && named.length === node.specifiers.length);
}

function judgeBy(house) {
  const rows = house.rows.map((row) => ({
    ...row,
    holds: matcher(row.files),
    welcomes: matcher(row.mayImport),
    welcomesTypes: matcher(row.mayImportTypes ?? []),
  }));
  const client = matcher(house.clientMayImport);
  const packages = house.packages.map((row) => ({ ...row, isAllowed: matcher(row.onlyIn) }));

  return function judge({ file, isClient, typeOnly, specifier }) {
    const from = file.replace(codeEnding, '');
    const row = rows.find((candidate) => candidate.holds(from));
    if (!row) return `${file} has no place in the house; eslint.config.js lists the places there are.`;
    const spelling = judgeSpelling(file, specifier);
    if (spelling) return spelling;
    const to = resolve(file, specifier);
    if (!to) return judgePackage(packages, { row, from, isClient, name: packageName(specifier) });
    if (to === from || (typeOnly && row.welcomesTypes(to))) return undefined;
    if (isClient && !client(to)) return `A client component runs in the browser and may not import ${to}.`;
    if (!row.welcomes(to)) return `${from} may not import ${to}: ${row.because}`;
    return row.anyOrder ? undefined : judgeOrder(house.domains, from, to);
  };
}

function judgeSpelling(file, specifier) {
  if (!/\.tsx?$/.test(file)) return undefined;
  const isOurs = specifier.startsWith('.') || specifier.startsWith('@/');
  // A module of plain node is only found by its whole name.
  if (isOurs && codeEnding.test(specifier) && !specifier.endsWith('.mjs')) return 'Leave the file ending off.';
  if (specifier === '.' || specifier.startsWith('..')) return 'This path leaves the folder: write it as @/….';
  const ownFolder = `@/${path.posix.dirname(file)}/`;
  if (specifier.startsWith(ownFolder) && !specifier.slice(ownFolder.length).includes('/')) {
    return `Within a folder write ./${specifier.slice(ownFolder.length)}.`;
  }
  return undefined;
}

/** The file an import names, from the root and without its ending; undefined for a package. */
function resolve(file, specifier) {
  if (specifier.startsWith('@/')) return path.posix.normalize(specifier.slice(2)).replace(codeEnding, '');
  if (specifier.startsWith('.')) return path.posix.join(path.posix.dirname(file), specifier).replace(codeEnding, '');
  return undefined;
}

function packageName(specifier) {
  if (specifier.startsWith('node:') || builtins.has(specifier)) return 'node';
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function judgePackage(packages, { row, from, isClient, name }) {
  if (row.packages && !row.packages.includes(name)) return `${from} may not import ${name}: ${row.because}`;
  if (row.anyPackage) return undefined;
  const rule = packages.find((candidate) => candidate.names.includes(name));
  if (rule && !rule.isAllowed(from)) return `${name} belongs to ${rule.onlyIn.join(', ')}: ${rule.because}`;
  if (isClient && ['node', 'server-only'].includes(name)) return `A client component may not import ${name}.`;
  return undefined;
}

function judgeOrder(domains, from, to) {
  const [own, other] = [domainOf(from), domainOf(to)];
  if (!other || own === other) return undefined;
  if (path.posix.basename(to) === 'store') return `${to} is private to ${other}: call a command, query or step of it.`;
  const [ownPlace, otherPlace] = [domains.indexOf(own), domains.indexOf(other)];
  if (otherPlace < 0) return `${other} is not one of the domains in eslint.config.js.`;
  if (own && otherPlace > ownPlace) return `${own} stands left of ${other} and may not import it.`;
  return undefined;
}

function domainOf(file) {
  return /^lib\/([^/]+)\//.exec(file)?.[1];
}

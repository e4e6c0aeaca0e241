import path from 'node:path';
import ts from 'typescript';
import { isSmall, projectFiles, textOf } from './files';
import { directives, exportsOf, importsOf, isOnlyReExports, parse } from './source';

const files = projectFiles();
const code = files.filter((file) => /\.(ts|tsx|js|mjs)$/.test(file));
const product = code.filter((file) => /^(app|lib|db|emails)\//.test(file) && !/\.test\.tsx?$/.test(file));
const parsed = new Map(code.map((file) => [file, parse(file)]));

function among(chosen: readonly string[], isWrong: (source: ts.SourceFile, file: string) => boolean): string[] {
  return chosen.filter((file) => {
    const source = parsed.get(file);
    return source !== undefined && isWrong(source, file);
  });
}

test('the house is looked at', () => {
  expect(files).toEqual(
    expect.arrayContaining(['package.json', 'lib/shared/days.ts', 'tests/architecture/house.test.ts']),
  );
  expect(files.filter((file) => file.includes('node_modules'))).toEqual([]);
});

describe('actions and routes', () => {
  /** Makers of actions in lib/web. Each finds out who asks, parses, calls one command and maps its answer. */
  const makers = /^define\w*Action$/;
  /** Routes that cannot be made by defineRoute, and why. */
  const routesOfTheirOwn: Readonly<Record<string, string>> = {
    'app/api/auth/[...nextauth]/route.ts': 'next-auth brings its own handler',
  };
  const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
  const actions = product.filter((file) => path.basename(file) === 'actions.ts');
  const routes = product.filter((file) => /^route\.tsx?$/.test(path.basename(file)) && !(file in routesOfTheirOwn));

  test('every server action is made by defineAction and called an action', () => {
    const wrong = actions.flatMap((file) =>
      exportsOf(parse(file))
        .filter(({ name, madeBy }) => !makers.test(madeBy ?? '') || !name.endsWith('Action'))
        .map(({ name }) => `${file}: ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  test("every actions.ts says 'use server', and no other file does", () => {
    expect(among(actions, (source) => !directives(source).includes('use server'))).toEqual([]);
    const others = product.filter((file) => !actions.includes(file));
    expect(among(others, (source) => hasText(source, 'use server'))).toEqual([]);
  });

  test('every route is made by defineRoute', () => {
    const wrong = routes.flatMap((file) =>
      exportsOf(parse(file))
        .filter(({ name, madeBy }) => methods.includes(name) && !['defineRoute', 'defineSignedInPost', 'defineStaffFile', 'defineUpload'].includes(madeBy ?? ''))
        .map(({ name }) => `${file}: ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  test('a route exports nothing but its methods and settings of Next', () => {
    const settings = ['dynamic', 'runtime', 'revalidate', 'maxDuration'];
    const wrong = routes.flatMap((file) =>
      exportsOf(parse(file))
        .filter(({ name }) => ![...methods, ...settings].includes(name))
        .map(({ name }) => `${file}: ${name}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe('files', () => {
  test('there are no barrels', () => {
    expect(code.filter((file) => /(^|\/)index\.\w+$/.test(file))).toEqual([]);
    const isNexts = (file: string) => /^app\/.*(page|layout|route)\.tsx?$/.test(file);
    expect(among(code, (source, file) => isOnlyReExports(source) && !isNexts(file))).toEqual([]);
  });

  test('no name says nothing', () => {
    const vague = /(^|-)(utils?|helpers?|managers?|services?)$|^(common|data|misc|stuff|handle-.+)$/;
    const parts = (file: string) => file.split('/').map((part) => part.replace(/\..*$/, ''));
    expect(code.filter((file) => parts(file).some((part) => vague.test(part)))).toEqual([]);
    expect(code.filter((file) => /^lib\/.*\/process-/.test(file))).toEqual([]);
  });

  test('names are written in kebab-case', () => {
    const kebab = /^_?[a-z0-9]+(-[a-z0-9]+)*(\.(test|spec|config|d))?\.(ts|tsx|js|mjs)$/;
    const notOurs = (file: string) => file.startsWith('public/');
    expect(code.filter((file) => !notOurs(file) && !kebab.test(path.basename(file)))).toEqual([]);
  });

  // A command is known by what it does: one function that opens the transaction of one use-case.
  test('a command has the name of its file', () => {
    const inDomain = product.filter((file) => /^lib\/(?!shared|web)\w+\/[a-z]+(-[a-z]+)+\.ts$/.test(file));
    const misnamed = among(inDomain, (source, file) => {
      const names = exportsOf(source).map(({ name }) => name);
      return opensTransaction(source) && names.length === 1 && names[0] !== commandName(file);
    });
    expect(misnamed).toEqual([]);
  });

  test('unit tests stand beside the code they test', () => {
    const lost = code.filter((file) => /^(app|lib|db|emails|dev)\/.*\.test\.tsx?$/.test(file) && !hasSubject(file));
    expect(lost).toEqual([]);
  });

  function opensTransaction(source: ts.SourceFile): boolean {
    return /\btransact(<[^(]*>)?\(/.test(source.text);
  }

  function commandName(file: string): string {
    return path.basename(file, '.ts').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  }

  function hasSubject(file: string): boolean {
    const subject = file.replace(/\.test\.tsx?$/, '');
    return ['.ts', '.tsx'].some((ending) => code.includes(subject + ending));
  }
});

describe('imports', () => {
  const importers = code.filter((file) => /^((app|lib|db|emails|dev)\/.*|proxy\.ts|instrumentation\.ts)$/.test(file));
  const graph = new Map(importers.map((file) => [file, targetsOf(file)]));

  // Lint says so too; this reads the files whatever lint was told to ignore.
  test('nothing of the product imports dev, scripts or tests', () => {
    const wrong = product.filter((file) => graph.get(file)?.some((target) => /^(dev|scripts|tests)\//.test(target)));
    expect(wrong).toEqual([]);
  });

  test('no files import each other in a circle', () => {
    expect(graph.get('lib/shared/sealed.ts')).toEqual(['lib/env.ts', 'lib/shared/result.ts', 'lib/shared/secret.ts']);
    expect(circles(graph)).toEqual([]);
  });

  test('a circle would be found', () => {
    const round = new Map([
      ['a', ['b']],
      ['b', ['c']],
      ['c', ['a']],
      ['d', ['a']],
    ]);
    expect(circles(round)).toEqual(['a → b → c → a']);
  });

  function targetsOf(file: string): string[] {
    const source = parsed.get(file);
    return (source ? importsOf(source) : []).flatMap((specifier) => resolve(file, specifier) ?? []);
  }

  function resolve(file: string, specifier: string): string | undefined {
    if (!specifier.startsWith('.') && !specifier.startsWith('@/')) return undefined;
    const target = specifier.startsWith('@/')
      ? specifier.slice(2)
      : path.posix.join(path.posix.dirname(file), specifier);
    return [target, `${target}.ts`, `${target}.tsx`].find((candidate) => code.includes(candidate));
  }
});

describe('what the repository says', () => {
  const texts = files.filter((file) => isSmall(file) && !/\.(png|ico|woff2?|ttf|pdf|jpg|gif)$/.test(file));

  test('names no folder of the machine it was written on', () => {
    const machine = /(^|[\s"'`(=:])\/(home|root|Users|work|mnt|var\/folders)\/[\w.]/m;
    expect(texts.filter((file) => machine.test(textOf(file)))).toEqual([]);
  });

  test('every rule switched off for a line says why', () => {
    const silent = code.flatMap((file) =>
      [...textOf(file).matchAll(/eslint-disable(?:-next-line|-line)? .*$/gm)]
        .filter(([comment]) => file !== 'tests/architecture/lint.test.ts' && !/ -- \S/.test(comment))
        .map(([comment]) => `${file}: ${comment}`),
    );
    expect(silent).toEqual([]);
  });

  test('the README can be read in one go', () => {
    const readme = files.includes('README.md') ? textOf('README.md').split('\n') : [];
    expect(readme.length).toBeLessThan(150);
  });
});

function hasText(source: ts.SourceFile, wanted: string): boolean {
  const look = (node: ts.Node): boolean =>
    (ts.isStringLiteral(node) && node.text === wanted) || ts.forEachChild(node, look) === true;
  return look(source);
}

/** Each circle once, from its first file in the order of the alphabet. */
function circles(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const found = new Set<string>();
  const done = new Set<string>();
  const walk = (file: string, trail: readonly string[]): void => {
    const start = trail.indexOf(file);
    if (start >= 0) found.add(closed(trail.slice(start)));
    if (start >= 0 || done.has(file)) return;
    for (const target of graph.get(file) ?? []) walk(target, [...trail, file]);
    done.add(file);
  };
  for (const file of graph.keys()) walk(file, []);
  return [...found].sort();
}

function closed(circle: readonly string[]): string {
  const first = circle.indexOf([...circle].sort()[0] ?? '');
  const turned = [...circle.slice(first), ...circle.slice(0, first)];
  return [...turned, turned[0]].join(' → ');
}

import { ESLint } from 'eslint';

// A planted file exists nowhere, so nothing can know its types; the rules that need types are tested on a real one.
const untyped = new ESLint({
  overrideConfig: {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parserOptions: { projectService: false } },
    rules: { '@typescript-eslint/no-floating-promises': 'off', '@typescript-eslint/no-misused-promises': 'off' },
  },
});

/** The rules that `text` breaks, as though it were the whole of `file`. */
export async function complaints(file: string, text: string, eslint = untyped): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(text, { filePath: file });
  expect(result?.messages.filter((message) => message.fatal)).toEqual([]);
  return (result?.messages ?? []).filter((message) => message.severity === 2).map((message) => message.ruleId);
}

export async function expectCaught(rule: string, file: string, text: string): Promise<void> {
  expect(await complaints(file, text)).toContain(rule);
}

export async function expectLegal(rule: string, file: string, text: string): Promise<void> {
  expect(await complaints(file, text)).not.toContain(rule);
}

export function importing(target: string): string {
  return `import { one } from '${target}';\nexport const two = one;\n`;
}

/** Loads the configuration and the compiler, which takes longer than a test may. For beforeAll. */
export async function warmUp(): Promise<void> {
  await complaints('lib/fees/rules.ts', '');
}

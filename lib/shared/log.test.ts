import { symbols } from 'pino';
import { log } from './log';
import { Invariant } from './result';
import { secret } from './secret';

const ssn = '219-09-9999';
const stream = (log as unknown as Record<symbol, { write(line: string): void }>)[symbols.streamSym];

/** What `log` would have put on stdout. */
function logged(write: () => void): string {
  const lines: string[] = [];
  const written = jest
    .spyOn(stream ?? { write: () => {} }, 'write')
    .mockImplementation((line) => void lines.push(line));
  write();
  written.mockRestore();
  return lines.join('');
}

test('a line is JSON with its level in a word', () => {
  const line: unknown = JSON.parse(logged(() => log.info({ job: 'drain', done: 3 }, 'drained')));
  expect(line).toMatchObject({ level: 'info', job: 'drain', done: 3, msg: 'drained' });
});

test('a secret that was passed by mistake shows nothing', () => {
  const line = logged(() => log.warn({ ssn: secret(ssn), claim: { all: [secret(ssn)] } }, 'refused'));
  expect(line).toContain('[redacted]');
  expect(line).not.toContain(ssn);
});

test('an error of others is logged by its kind and place, because its message may quote what it was given', () => {
  const line = logged(() => log.error({ err: new TypeError(`Cannot read ${ssn}`) }, 'failed'));
  expect(line).toContain('TypeError');
  expect(line).toContain('log.test.ts');
  expect(line).not.toContain(ssn);
});

test('nor does its cause or any property of it come through', () => {
  const error = Object.assign(new Error('refused', { cause: ssn }), { parameters: [ssn], detail: ssn });
  expect(logged(() => log.error({ err: error }, 'failed'))).not.toContain(ssn);
});

test('of something thrown that is no error, only its type', () => {
  expect(logged(() => log.error({ err: ssn }, 'failed'))).toContain('"err":{"kind":"string"}');
});

test('what ours say is logged, because they name no person', () => {
  expect(logged(() => log.error({ err: new Invariant('Missing: the fee') }, 'failed'))).toContain('Missing: the fee');
});

test('an error given alone says no more', () => {
  const error = new TypeError(`Cannot read ${ssn}`);
  const lines = logged(() => [log.error(error), log.error({ err: error }), log.error(error, 'failed')]);
  expect(lines.match(/TypeError/g)).toHaveLength(3);
  expect(lines).not.toContain(ssn);
});

test('the digest that the error page shows is on the line, so that the two can be matched', () => {
  const error = Object.assign(new Error('hidden'), { digest: '1234567' });
  expect(logged(() => log.error({ err: error }, 'failed'))).toContain('"digest":"1234567"');
});

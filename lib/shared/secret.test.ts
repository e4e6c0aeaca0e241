import { Console } from 'node:console';
import { PassThrough } from 'node:stream';
import { format, inspect } from 'node:util';
import { serialize } from 'node:v8';
import { Secret, secret } from './secret';

const ssn = '219-09-9999';
const held = secret(ssn);
const record = { kind: 'claim', ssn: held, all: [held], byName: new Map([['ssn', held]]) };

function throwWith(value: unknown): unknown {
  return Object.assign(new Error('The claim was refused', { cause: value }), { claim: record });
}

function printed(print: (console: Console) => void): string {
  const stream = new PassThrough();
  print(new Console({ stdout: stream, stderr: stream }));
  return String(stream.read() ?? '');
}

test('reveal is the way out, and gives back what was held', () => {
  expect(held.reveal()).toBe(ssn);
  expect(secret({ month: 2 }).reveal()).toEqual({ month: 2 });
});

describe('shows nothing', () => {
  test.each<[string, () => string]>([
    ['as JSON', () => JSON.stringify(record)],
    ['as JSON of itself', () => JSON.stringify(held)],
    ['in a template', () => `${held}`],
    ['joined to text', () => 'SSN ' + String(held) + [held].join()],
    ['as a property name', () => Object.keys({ [String(held)]: 1 }).join()],
    ['inspected', () => inspect(record)],
    ['inspected to the bottom, with hidden properties', () => inspect(record, { depth: null, showHidden: true })],
    ['inspected without its own say', () => inspect(held, { customInspect: false, showHidden: true, depth: null })],
    ['formatted with every placeholder', () => format('%s %j %o %O %d', held, held, held, held, held)],
    ['logged', () => printed((console) => console.log(record, held))],
    ['logged as an error', () => printed((console) => console.error(throwWith(held)))],
    ['logged as a table', () => printed((console) => console.table([record]))],
    ['listed', () => printed((console) => console.dir(record, { depth: null, showHidden: true }))],
    ['as the cause of an error', () => inspect(throwWith(held), { depth: null })],
    ['as JSON of the properties of an error', () => JSON.stringify(Object.entries(Object(throwWith(record))))],
    ['copied by spreading', () => inspect({ ...held }, { depth: null }) + JSON.stringify({ ...held })],
    ['cloned', () => inspect(structuredClone(held), { depth: null, showHidden: true })],
    ['taken apart', () => inspect([Object.entries(held), Object.values(held), Object.getOwnPropertyNames(held)])],
    ['serialised for another process', () => serialize(held).toString('latin1')],
  ])('%s', (_, show) => {
    const shown = show();
    expect(shown).not.toBe('');
    expect(shown).not.toContain(ssn);
    expect(shown).not.toContain('9999');
  });
});

test('says that something is there', () => {
  expect(JSON.stringify({ ssn: held })).toBe('{"ssn":"[redacted]"}');
  expect(inspect(held)).toContain('[redacted]');
});

test('two secrets are not equal by looking the same', () => {
  expect(inspect(secret('one'))).toBe(inspect(secret('other')));
  expect(secret('one')).not.toEqual(secret('other'));
  expect(secret('one')).toBeInstanceOf(Secret);
});

import { wireReader, type Statement } from './wire-messages';

const word = (text: string): Buffer => Buffer.from(`${text}\0`);
const int16 = (value: number): Buffer => Buffer.from([value >> 8, value & 255]);

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

function message(letter: string, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from(letter), int32(body.length + 4), body]);
}

const startup = message('', int32(196_608), word('user'), word('cecs'), Buffer.from([0]));
const query = (text: string): Buffer => message('Q', word(text));
const parse = (name: string, text: string): Buffer => message('P', word(name), word(text), int16(0));
const sync = message('S');
const flush = message('H');

function bind(name: string, ...parameters: (string | null)[]): Buffer {
  const values = parameters.flatMap((value) => (value === null ? [int32(-1)] : [int32(Buffer.byteLength(value)), Buffer.from(value)]));
  return message('B', word(''), word(name), int16(0), int16(parameters.length), ...values, int16(0));
}

const statement = (text: string, ...parameters: (string | null)[]): Statement => ({ text, parameters });

test('a plain query is a statement', () => {
  expect(wireReader().push(Buffer.concat([startup, query('begin')]))).toEqual([statement('begin')]);
});

test('a statement with parameters is told when it is bound, not when it is described', () => {
  const bytes = Buffer.concat([startup, parse('', 'select $1, $2'), message('D'), flush, bind('', 'Zoë', null), message('E'), sync]);
  expect(wireReader().push(bytes)).toEqual([statement('select $1, $2', 'Zoë', null)]);
});

test('a prepared statement is known by its name for as long as the connection lasts', () => {
  const reader = wireReader();
  reader.push(Buffer.concat([startup, parse('s1', 'select 1'), parse('s2', 'select 2'), bind('s1'), sync]));
  expect(reader.push(Buffer.concat([bind('s2'), sync]))).toEqual([statement('select 2')]);
});

test('however the bytes are cut, the same is heard', () => {
  const bytes = Buffer.concat([startup, query('begin'), parse('a', 'select $1'), bind('a', 'x'.repeat(300)), sync, query('commit')]);
  const whole = wireReader().push(bytes);
  const reader = wireReader();
  expect([...bytes].flatMap((byte) => reader.push(Buffer.from([byte])))).toEqual(whole);
});

test('a password says nothing', () => {
  expect(wireReader().push(Buffer.concat([startup, message('p', word('SCRAM-SHA-256'))]))).toEqual([]);
});

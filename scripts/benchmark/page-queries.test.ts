import { countQueries, groupsOf, type Heard } from './page-queries';

const says = (connection: number, text: string, ...parameters: string[]): Heard => ({ connection, said: { text, parameters } });
const waits = (connection: number): Heard => ({ connection, said: 'exchange' });

const page: Heard[] = [
  ...[says(1, 'begin '), waits(1), waits(1), says(1, "select set_config('role', $1, true)", 'cecs_public'), waits(1)],
  ...[says(1, 'select * from live_session($1)', 'x'), waits(1)],
  ...[says(2, 'begin read only'), waits(2), says(2, 'set transaction read only'), waits(2)],
  ...[says(2, 'select home', 'y'), waits(2), says(1, 'commit'), waits(1), says(2, 'commit'), waits(2)],
];

test('queries are counted apart from what only sets them up', () => {
  expect(countQueries(page)).toEqual({ queries: 2, settings: 2, transactions: 2, exchanges: 9 });
});

test('each transaction keeps its own statements, however two of them interleave', () => {
  expect(groupsOf(page)).toEqual([
    {
      begin: '',
      statements: [
        { text: "select set_config('role', $1, true)", parameters: ['cecs_public'] },
        { text: 'select * from live_session($1)', parameters: ['x'] },
      ],
    },
    {
      begin: 'read only',
      statements: [
        { text: 'set transaction read only', parameters: [] },
        { text: 'select home', parameters: ['y'] },
      ],
    },
  ]);
});

test('a statement outside of any transaction stands alone', () => {
  expect(groupsOf([says(3, 'select 1'), waits(3)])).toEqual([{ begin: null, statements: [{ text: 'select 1', parameters: [] }] }]);
});

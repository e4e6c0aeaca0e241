import { inspect } from 'node:util';
import { Secret } from '@/lib/shared/secret';
import { findLeaks, guardedDate, guardedSsn, guardedText } from '@/tests/support/find-leaks';

const ssn = guardedSsn('SSN', '412157391');
const born = guardedDate('birth date', '1957-03-08');
const word = guardedText('password', 'Quokka velvet thunder 8261');
const code = guardedText('temporary password', '7K3M9-QXZ4T-0000A-BCDEF-GHJKMN');
const all = [ssn, born, word, code];
const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('looking for leaks', () => {
  it.each([
    ['SSN', '412157391'],
    ['SSN', 'ssn=412-15-7391&'],
    ['SSN', '412 15 7391'],
    ['SSN', '193751214'],
    ['SSN', base64('412157391')],
    ['SSN', base64('x412157391')],
    ['SSN', base64('{"ssn":"412-15-7391","a":1}')],
    ['SSN', `\\x00${Buffer.from('412157391').toString('hex')}00`],
    ['SSN', Buffer.from('412-15-7391', 'utf16le').toString('hex')],
    ['birth date', 'born 1957-03-08T00:00:00Z'],
    ['birth date', '3/8/1957'],
    ['birth date', '03/08/1957'],
    ['birth date', '08.03.1957'],
    ['birth date', '19570308'],
    ['birth date', 'MARCH 8, 1957'],
    ['birth date', 'Mar 8, 1957'],
    ['birth date', base64('dob: 1957-03-08')],
    ['password', 'password: quokka VELVET thunder 8261'],
    ['password', 'p=Quokka%20velvet%20thunder%208261'],
    ['password', base64('..Quokka velvet thunder 8261..')],
    ['temporary password', '7K3M9QXZ4T0000ABCDEFGHJKMN'],
    ['temporary password', '7k3m9-qxz4t-0000a-bcdef-ghjkmn'],
  ])('finds the %s in %j', (name, text) => {
    expect(findLeaks(all, [{ where: 'here', text }])).toEqual([{ where: 'here', name }]);
  });

  it('says where, and each once', () => {
    const written = [
      { where: 'a', text: '412157391 412-15-7391 1957-03-08' },
      { where: 'b', text: 'nothing' },
    ];
    expect(findLeaks(all, written)).toEqual([
      { where: 'a', name: 'SSN' },
      { where: 'a', name: 'birth date' },
    ]);
  });

  it.each(['', '•••-••-7391', '7391', '1957', '2026-03-08', 'Quokka', '412-15-7392', inspect({ ssn: new Secret('412157391') })])(
    'finds nothing in %j',
    (text) => expect(findLeaks(all, [{ where: 'here', text }])).toEqual([]),
  );
});

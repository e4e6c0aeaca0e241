import {
  compareInput, correctBirthDateInput, correctNameInput, correctSsnInput, decideCaseInput, mergeInput, relinkInput, revealInput, revealProposalInput,
} from './identity-model';

const messagesOf = (parsed: { success: boolean; error?: { issues: readonly { path: readonly PropertyKey[]; message: string }[] } | undefined }) =>
  (parsed.error?.issues ?? []).map((issue) => String(issue.path[0]));

describe('a decision on a case', () => {
  const base = { reference: 'C0001Z3K' };

  it.each([
    [{ decision: 'link:1000000001', note: 'Seen' }, []],
    [{ decision: 'link:1000000001', letter: 'Seen' }, ['note']],
    [{ decision: 'new' }, ['note']],
    [{ decision: 'confirm', note: ' ' }, ['note']],
    [{ decision: 'ask', letter: 'A passport' }, []],
    [{ decision: 'ask', note: 'A passport' }, ['letter']],
    [{ decision: 'reject' }, ['letter']],
    [{ decision: 'close' }, ['letter']],
    [{ decision: 'close', letter: 'Two people' }, []],
    [{}, ['decision']],
    [{ decision: 'link:', note: 'Seen' }, ['decision']],
    [{ decision: 'delete', note: 'x', letter: 'x' }, ['decision']],
    [{ decision: 'reject', letter: 'Your number 531-84-6207 is wrong' }, ['letter']],
  ])('%j: wrong is %j', (typed, wrong) => {
    expect(messagesOf(decideCaseInput.safeParse({ ...base, ...typed }))).toEqual(wrong);
  });
});

describe('a merge', () => {
  const typed = { stays: '1000000001', goes: '100-000 0002', reason: 'One person', lastName: 'goes' };

  it('takes what was not asked for from the record that stays', () => {
    const parsed = mergeInput.parse(typed);
    expect(parsed).toMatchObject({ stays: '1000000001', goes: '1000000002', reason: 'One person', choices: { lastName: 'goes', ssn: 'stays', address: 'stays' } });
    expect(parsed.caseReference).toBeUndefined();
    expect(mergeInput.parse({ ...typed, caseReference: '' }).caseReference).toBeUndefined();
  });

  it.each([
    [{ ssn: 'both' }, 'ssn'],
    [{ stays: 'x' }, 'stays'],
    [{ reason: '' }, 'reason'],
  ])('%j is wrong', (some, field) => {
    expect(messagesOf(mergeInput.safeParse({ ...typed, ...some }))).toEqual([field]);
  });
});

describe('two records to compare', () => {
  const first = (stays: string) => compareInput.safeParse({ stays, goes: '1000000002' }).error?.issues.map(({ message }) => message) ?? [];

  it.each(['531-84-6207', '531846207', '531 84 6207', '531.84.6207'])('are not named by what looks like a Social Security number: %s', (typed) => {
    expect(first(typed)).toEqual(['This looks like a Social Security number. Type the EIN: it has ten digits.']);
  });

  it.each([
    ['', 'Enter the EIN.'],
    ['EIN', 'An EIN has up to ten digits. Check it.'],
  ])('are not named by %j', (typed, says) => {
    expect(first(typed)).toContain(says);
  });

  it('are named as people spell them', () => {
    expect(compareInput.parse({ stays: ' 100 0000001', goes: '100-000-0002' })).toMatchObject({ stays: '1000000001', goes: '1000000002' });
  });
});

it.each([
  ['a name', correctNameInput, 'Say what shows the right name. It stays in the file.'],
  ['an SSN', correctSsnInput, 'Say what shows which number is right. The second person reads it.'],
  ['a birth date', correctBirthDateInput, 'Say what shows which date is right. The second person reads it.'],
  ['a link', relinkInput, 'Say what shows that the record is theirs. The second person reads it.'],
  ['a merge', mergeInput, 'Say what shows that they are one person. The second person reads it.'],
])('a reason left empty at %s says what to write and who reads it', (_what, schema, says) => {
  for (const reason of ['', ' \n ']) {
    const messages = schema.safeParse({ reason }).error?.issues.filter(({ path }) => path[0] === 'reason').map(({ message }) => message);
    expect(messages).toEqual([says]);
  }
});

it.each([
  [{ revealReason: 'call', code: '123 456' }, []],
  [{ revealReason: 'agency', code: '123456' }, ['revealReason']],
  [{ revealReason: 'other', otherReason: ' ', code: '123456' }, ['otherReason']],
])('to see what is proposed, %j: wrong is %j', (typed, wrong) => {
  const id = '0b5c1f3e-95a8-4a0e-b8a5-8d5a6b2c7f10';
  expect(messagesOf(revealProposalInput.safeParse({ id, ...typed }))).toEqual(wrong);
});

it.each([
  [{ revealReason: 'document', code: '123 456' }, []],
  [{ revealReason: 'document', code: '12345' }, ['code']],
  [{ revealReason: 'other', code: '123456' }, ['otherReason']],
  [{ revealReason: 'other', otherReason: 'A court order', code: '123456' }, []],
  [{ code: '123456' }, ['revealReason']],
])('to see a number, %j: wrong is %j', (typed, wrong) => {
  expect(messagesOf(revealInput.safeParse({ reference: 'C0001Z3K', ein: '1', ...typed }))).toEqual(wrong);
});

it('a birth date that does not exist is told together with a missing reason', () => {
  const typed = { reference: 'C0001Z3K', ein: '1', reason: '', birthDateMonth: '2', birthDateDay: '30', birthDateYear: '1980' };
  expect(messagesOf(correctBirthDateInput.safeParse(typed)).toSorted()).toEqual(['birthDate', 'reason']);
});

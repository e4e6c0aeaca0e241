import { correctBirthDateInput, decideCaseInput, mergeInput, revealInput } from './identity-model';

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

import type { Agreement } from '@/lib/identity/agreement';
import { alertsOf, choicesOf, type Alert, type CandidateFacts, type CaseFacts, type Choice } from './case-rules';
import { answersCase, needsTwo, type DecisionKind } from './decision-rules';
import { addressOf } from './wording-rules';

const all = (agreement: Agreement) => ({ ssn: agreement, birthDate: agreement, firstName: agreement, lastName: agreement, email: agreement });
const plain: CandidateFacts = { evidence: all('equal'), maskedSsn: '•••-••-6789', isHeld: false, isDisavowed: false, isMerged: false, isAdded: false };

it.each<[string, Partial<CandidateFacts>, Alert[]]>([
  ['all agrees', {}, []],
  ['another holds it', { isHeld: true }, ['held_by_another']],
  ['disavowed and held', { isHeld: true, isDisavowed: true }, ['held_by_another', 'disavowed_before']],
  ['merged', { isMerged: true }, ['merged']],
  ['SSN alone', { evidence: { ...all('differs'), ssn: 'equal' } }, ['ssn_of_other_names', 'ssn_with_other_birth_date']],
  ['SSN and one name', { evidence: { ...all('equal'), lastName: 'differs' } }, []],
  ['neither number', { evidence: { ...all('equal'), ssn: 'differs', birthDate: 'differs' } }, ['neither_number']],
  ['slips', { evidence: { ...all('near') } }, ['ssn_slip', 'birth_date_slip']],
  ['no SSN on file', { maskedSsn: null, evidence: { ...all('equal'), ssn: 'differs' } }, ['no_ssn_on_file']],
  ['nothing typed', { maskedSsn: null, evidence: null }, []],
])('what not to overlook: %s', (_name, facts, expected) => {
  expect(alertsOf({ ...plain, ...facts })).toEqual(expected);
});

const differs: CandidateFacts = { ...plain, evidence: { ...all('equal'), ssn: 'differs' } };
const open: CaseFacts = { kind: 'match', isOpen: true, hasAccount: true, link: null, hasTyped: true, canBeAsked: true, candidates: [differs] };

it.each<[string, Partial<CaseFacts>, Choice[]]>([
  ['a record that may be theirs', {}, ['link', 'new', 'ask', 'reject']],
  ['the SSN is on record', { candidates: [plain] }, ['link', 'ask', 'reject']],
  ['another holds the record', { candidates: [{ ...differs, isHeld: true }] }, ['new', 'ask', 'reject', 'relink']],
  ['staff added one of which a number agrees', { candidates: [{ ...differs, isAdded: true }] }, ['link', 'new', 'ask', 'reject']],
  ['staff added one of which none does', { candidates: [{ ...differs, isAdded: true, evidence: all('differs') }] }, ['new', 'ask', 'reject', 'relink']],
  ['staff added one, and nothing was typed', { hasTyped: false, candidates: [{ ...differs, isAdded: true, evidence: null }] }, ['ask', 'reject', 'relink']],
  ['it has become part of another', { candidates: [{ ...differs, isMerged: true }] }, ['new', 'ask', 'reject']],
  ['no record at all', { candidates: [] }, ['new', 'ask', 'reject']],
  ['linked provisionally, to confirm', { kind: 'confirm_identity', link: 'provisional' }, ['confirm', 'ask', 'reject', 'relink']],
  ['linked fully by now', { kind: 'confirm_identity', link: 'full' }, ['ask', 'reject', 'relink']],
  ['a certificate is missing', { kind: 'certificate_problem', link: 'full', candidates: [] }, ['ask', 'answer', 'reject', 'relink']],
  ['two imported records', { kind: 'ssn_conflict', hasAccount: false, hasTyped: false, canBeAsked: false }, ['reject']],
  ['closed', { isOpen: false }, []],
])('what can be decided: %s', (_name, facts, expected) => {
  expect(choicesOf({ ...open, ...facts })).toEqual(expected);
});

it('two people are needed for what would take a record from somebody or change who it is of', () => {
  const kinds: DecisionKind[] = ['link', 'new', 'answer', 'reject', 'confirm', 'merge', 'relink', 'correct_name', 'correct_ssn', 'correct_birth_date', 'move_account'];
  expect(kinds.filter(needsTwo)).toEqual(['merge', 'relink', 'correct_ssn', 'correct_birth_date', 'move_account']);
});

it.each<[DecisionKind, { kind: string; accountId: string | null }, boolean]>([
  ['merge', { kind: 'ssn_conflict', accountId: null }, true],
  ['merge', { kind: 'match', accountId: 'a' }, false],
  ['correct_name', { kind: 'name_correction', accountId: 'a' }, true],
  ['correct_name', { kind: 'match', accountId: 'a' }, false],
  ['correct_birth_date', { kind: 'birth_date_correction', accountId: 'a' }, true],
  ['correct_birth_date', { kind: 'match', accountId: 'a' }, false],
  ['correct_ssn', { kind: 'birth_date_correction', accountId: 'a' }, false],
  ['relink', { kind: 'claimed_record', accountId: 'a' }, true],
])('%s answers %j: %s', (decision, about, answer) => {
  expect(answersCase(decision, about)).toBe(answer);
});

it.each([
  [{ accountId: 'a', details: { newEmail: 'x@example.test' } }, { accountId: 'a' }],
  [{ accountId: null, details: { newEmail: 'x@example.test' } }, { address: 'x@example.test' }],
  [{ accountId: null, details: {} }, undefined],
])('%j is written to at %j', (about, to) => {
  expect(addressOf(about as Parameters<typeof addressOf>[0])).toEqual(to);
});

import { certificateOf, on, ruleSet } from '@/tests/support/rule-set';
import { day } from '@/lib/shared/days';
import { reminderDue } from './reminder-rules';

const professional = certificateOf('PROFESSIONAL', '2027-06-30');
const due = (asked: string, one = professional) => reminderDue(one, on(asked));

describe('when somebody is reminded of the end of a certificate', () => {
  it.each([
    ['2026-12-29', undefined],
    ['2026-12-30', 'reminder_first'],
    ['2027-03-29', 'reminder_first'],
    ['2027-03-30', 'reminder_second'],
    ['2027-05-19', 'reminder_third'],
    ['2027-06-15', 'reminder_third'],
    ['2027-06-16', 'reminder_last'],
    ['2027-06-30', 'reminder_last'],
    ['2027-07-01', undefined],
  ])('on %s: %s', (asked, stage) => expect(due(asked)).toBe(stage));

  it('goes by the real end of an Initial that the law of 2025 has extended', () => {
    const initial = certificateOf('INITIAL', '2026-08-20', { issuedOn: '2023-08-21', printedExpiresOn: '2026-08-20' });
    expect(due('2026-07-01', initial)).toBeUndefined();
    expect(due('2033-07-01', initial)).toBe('reminder_second');
  });

  it('is not reminded of what another has followed, of what was taken away, nor of what never ends', () => {
    expect(due('2027-06-16', { ...professional, followedBy: { number: 'K1', from: day('2027-07-01') } })).toBeUndefined();
    expect(due('2027-06-16', { ...professional, ended: { because: 'revoked', on: day('2027-01-01') } })).toBeUndefined();
    expect(due('2027-06-16', certificateOf('PROFESSIONAL', null))).toBeUndefined();
  });

  it('is by settings that the rulebook has', () => {
    expect(reminderDue(professional, { day: day('2027-06-16'), ruleSet: { ...ruleSet, settings: [] } })).toBeUndefined();
  });
});

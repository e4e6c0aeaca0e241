import type { CertificateFacts } from '@/lib/certificates/model';
import { day } from '@/lib/shared/days';
import { must } from '@/lib/shared/result';
import { certificateOf, ruleSet } from '@/tests/support/rule-set';
import { certificateRows } from './certificate-rows';

const rowOf = (certificate: CertificateFacts, asked: string) =>
  must(certificateRows({ certificates: [certificate], applications: [], ruleSet, canPrint: true, day: day(asked) })[0], 'a row');

describe('from the day after the end on', () => {
  test('the row of a Professional says what lapsed means and which ways remain', () => {
    const professional = certificateOf('PROFESSIONAL', '2027-06-30');
    expect(rowOf(professional, '2027-06-30').reasons).toEqual([]);
    const lapsed = rowOf(professional, '2027-07-01');
    expect(lapsed).toMatchObject({ canChoose: true, canAsk: false });
    expect(lapsed.reasons).toEqual([
      'Ended on June 30, 2027. You may not serve under it after that day.',
      expect.stringMatching(/^The Commissioner may extend it once/),
      'You can still ask to renew this Professional certificate.',
      'This certificate ended on June 30, 2027, so no endorsement can be added to it.',
    ]);
  });

  test('one that no sourced rule leads on from goes to a person, never nowhere', () => {
    for (const typeKey of ['ADULT_ED', 'VITP', 'MIL_SPOUSE', 'SUB_LONG']) {
      const { canChoose, canAsk, reasons } = rowOf(certificateOf(typeKey, '2026-06-30'), '2026-07-01');
      expect([canChoose, canAsk, reasons[0]]).toEqual([false, true, 'Ended on June 30, 2026. You may not serve under it after that day.']);
    }
  });

  test('every type has a way, an answer or a person, before the end and after it', () => {
    for (const { key } of ruleSet.certificateTypes) {
      for (const asked of ['2026-12-31', '2027-06-30', '2027-07-01']) {
        const { canChoose, canAsk, reasons } = rowOf(certificateOf(key, '2027-06-30'), asked);
        expect(canChoose || canAsk || reasons.length > 0).toBe(true);
      }
    }
  });
});

'use server';

import { redirect } from 'next/navigation';
import { correctionRefusals, notAllowed, ownRecord, recordRefusals, revealRefusals } from '@/app/staff/identity/wording';
import { correctName } from '@/lib/staff/correct-name';
import { correctBirthDateInput, correctNameInput, correctSsnInput, revealInput } from '@/lib/staff/identity-model';
import { proposeCorrection } from '@/lib/staff/propose-correction';
import { revealSsn } from '@/lib/staff/reveal-ssn';
import { defineAction } from '@/lib/web/define-action';
import { showOnce } from '@/lib/web/shown-once';

const fields = { same_value: 'ssn', ssn_on_record: 'ssn' };

const proposed = async () => redirect('/staff/identity/proposals?done=proposed');

export const correctNameAction = defineAction({
  actor: 'staff',
  input: correctNameInput,
  keep: ['firstName', 'middleName', 'lastName', 'suffix', 'reason'],
  run: correctName,
  messages: { ...recordRefusals, same_name: 'This is the name on record already.' },
  onOk: async ({ reference }) => redirect(`/staff/identity/${reference}?done=corrected`),
});

export const correctSsnAction = defineAction({
  ...{ actor: 'staff', input: correctSsnInput, keep: ['reason'], run: proposeCorrection },
  ...{ messages: correctionRefusals, fields, onOk: proposed },
});

export const correctBirthDateAction = defineAction({
  ...{ actor: 'staff', input: correctBirthDateInput, keep: ['reason'], run: proposeCorrection },
  ...{ messages: correctionRefusals, fields: { same_value: 'birthDate', unlikely_birth_date: 'birthDate' }, onOk: proposed },
});

export const revealAction = defineAction({
  actor: 'staff',
  input: revealInput,
  keep: ['revealReason', 'otherReason'],
  run: revealSsn,
  messages: {
    ...{ not_allowed: notAllowed, own_record: ownRecord, not_found: 'We cannot find this record in this case.' },
    ...revealRefusals,
    no_ssn: 'No Social Security number is on this record.',
  },
  fields: { wrong_code: 'code' },
  onOk: async ({ ssn }) => {
    await showOnce(ssn);
    return undefined;
  },
});

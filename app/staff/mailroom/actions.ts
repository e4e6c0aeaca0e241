'use server';

import { redirect } from 'next/navigation';
import { recordInstrumentInput } from '@/lib/payments/model';
import { recordInstrument } from '@/lib/payments/record-instrument';
import { defineAction } from '@/lib/web/define-action';

export const recordAction = defineAction({
  actor: 'staff',
  input: recordInstrumentInput,
  keep: ['slipReference', 'kind', 'serial', 'issuer', 'amount', 'payerName', 'receivedOn', 'drawnOn', 'returnReason'],
  run: recordInstrument,
  messages: {
    not_allowed: 'Your role may not record payments. Ask your administrator if you need it for your work.',
    unknown_slip: 'No slip has this reference. Check it against the paper.',
    recorded_before: 'A payment with this serial number and issuer is recorded already. Check the number.',
    received_in_future: 'This day has not come yet. Check the date stamp.',
    received_before_slip: 'The slip was made after this day. Check the date stamp and the year.',
  },
  fields: {
    unknown_slip: 'slipReference',
    recorded_before: 'serial',
    received_in_future: 'receivedOn',
    received_before_slip: 'receivedOn',
  },
  onOk: async () => redirect('/staff/mailroom?recorded=1'),
});

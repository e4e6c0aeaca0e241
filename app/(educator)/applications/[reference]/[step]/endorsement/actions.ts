'use server';

import { redirect } from 'next/navigation';
import * as z from 'zod/mini';
import { endorsementInput } from '@/lib/applications/answers-model';
import { saveStep } from '@/lib/applications/save-step';
import { defineAction } from '@/lib/web/define-action';
import { saved, stepMessages } from '@/app/(educator)/applications/[reference]/[step]/saved';

export const saveEndorsementAction = defineAction({
  actor: 'educator',
  input: z.intersection(endorsementInput, z.object({ reference: z.string().check(z.maxLength(20)) })),
  keep: ['endorsement'],
  run: async (ctx, { reference, ...typed }) =>
    saved(await saveStep(ctx, { reference, step: 'endorsement', answers: typed }), reference, 'endorsement'),
  messages: stepMessages,
  fields: {
    ...{ endorsement_not_offered: 'endorsement', endorsement_already_held: 'endorsement' },
    ...{ endorsement_never_added: 'endorsement', endorsement_other_family: 'endorsement' },
  },
  onOk: async (next) => redirect(next),
});

'use server';

import { redirect } from 'next/navigation';
import * as z from 'zod/mini';
import * as answers from '@/lib/applications/answers-model';
import { saveStep } from '@/lib/applications/save-step';
import { defineAction } from '@/lib/web/define-action';
import { saved, stepMessages } from './saved';

const ofApplication = z.object({ reference: z.string().check(z.maxLength(20)) });

export const savePersonalAction = defineAction({
  actor: 'educator',
  input: z.intersection(answers.personalInput, ofApplication),
  keep: ['addressLine1', 'addressLine2', 'city', 'state', 'postalCode', 'phone'],
  run: async (ctx, { reference, ...typed }) => saved(await saveStep(ctx, { reference, step: 'personal', answers: typed }), reference, 'personal'),
  messages: stepMessages,
  onOk: async (next) => redirect(next),
});

export const saveCertificateAction = defineAction({
  actor: 'educator',
  input: z.intersection(answers.certificateInput, ofApplication),
  keep: ['endorsement', 'program', 'finishedYear', 'otherState'],
  run: async (ctx, { reference, ...typed }) =>
    saved(await saveStep(ctx, { reference, step: 'certificate', answers: typed }), reference, 'certificate'),
  messages: stepMessages,
  fields: { endorsement_not_offered: 'endorsement' },
  onOk: async (next) => redirect(next),
});

export const saveExperienceAction = defineAction({
  actor: 'educator',
  input: z.intersection(answers.experienceInput, ofApplication),
  keep: ['schoolMonths', 'employer', 'highestDegree', 'team'],
  run: async (ctx, { reference, ...typed }) =>
    saved(await saveStep(ctx, { reference, step: 'experience', answers: typed }), reference, 'experience'),
  messages: stepMessages,
  onOk: async (next) => redirect(next),
});

export const saveDisclosuresAction = defineAction({
  actor: 'educator',
  input: z.intersection(answers.disclosuresInput, ofApplication),
  keep: ['convicted', 'discipline', 'investigation', 'dismissed', 'statement'],
  run: async (ctx, { reference, ...typed }) =>
    saved(await saveStep(ctx, { reference, step: 'disclosures', answers: typed }), reference, 'disclosures'),
  messages: stepMessages,
  onOk: async (next) => redirect(next),
});

export const saveSignatureAction = defineAction({
  actor: 'educator',
  input: z.intersection(answers.signInput, ofApplication),
  keep: ['affirmed', 'signature', 'duplicateReason'],
  run: async (ctx, { reference, ...typed }) => saved(await saveStep(ctx, { reference, step: 'sign', answers: typed }), reference, 'sign'),
  messages: stepMessages,
  onOk: async (next) => redirect(next),
});

'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import {
  certificateInput,
  disclosuresInput,
  experienceInput,
  personalInput,
  signInput,
} from '@/lib/applications/answers-model';
import { saveStep } from '@/lib/applications/save-step';
import { withdrawApplication } from '@/lib/applications/withdraw-application';
import { submitApplication } from '@/lib/payments/submit-application';
import { defineAction } from '@/lib/web/define-action';
import { saved, stepMessages } from './saved';

const ofApplication = z.object({ reference: z.string().max(20) });

export const savePersonalAction = defineAction({
  actor: 'educator',
  input: personalInput.and(ofApplication),
  keep: ['addressLine1', 'addressLine2', 'city', 'state', 'postalCode', 'phone'],
  run: async (ctx, { reference, ...answers }) => saved(await saveStep(ctx, { reference, step: 'personal', answers }), reference, 'personal'),
  messages: stepMessages,
  onOk: async (next) => redirect(next),
});

export const saveCertificateAction = defineAction({
  actor: 'educator',
  input: certificateInput.and(ofApplication),
  keep: ['endorsement', 'program', 'finishedYear'],
  run: async (ctx, { reference, ...answers }) =>
    saved(await saveStep(ctx, { reference, step: 'certificate', answers }), reference, 'certificate'),
  messages: stepMessages,
  onOk: async (next) => redirect(next),
});

export const saveExperienceAction = defineAction({
  actor: 'educator',
  input: experienceInput.and(ofApplication),
  keep: ['schoolMonths', 'employer', 'highestDegree', 'team'],
  run: async (ctx, { reference, ...answers }) =>
    saved(await saveStep(ctx, { reference, step: 'experience', answers }), reference, 'experience'),
  messages: stepMessages,
  onOk: async (next) => redirect(next),
});

export const saveDisclosuresAction = defineAction({
  actor: 'educator',
  input: disclosuresInput.and(ofApplication),
  keep: ['convicted', 'discipline', 'investigation', 'dismissed', 'statement'],
  run: async (ctx, { reference, ...answers }) =>
    saved(await saveStep(ctx, { reference, step: 'disclosures', answers }), reference, 'disclosures'),
  messages: stepMessages,
  onOk: async (next) => redirect(next),
});

export const saveSignatureAction = defineAction({
  actor: 'educator',
  input: signInput.and(ofApplication),
  keep: ['affirmed', 'signature', 'duplicateReason'],
  run: async (ctx, { reference, ...answers }) => saved(await saveStep(ctx, { reference, step: 'sign', answers }), reference, 'sign'),
  messages: stepMessages,
  onOk: async (next) => redirect(next),
});

export const submitAction = defineAction({
  actor: 'educator',
  input: ofApplication,
  keep: [],
  run: submitApplication,
  messages: {
    not_found: 'We cannot find this application.',
    already_submitted: 'This application is submitted already, perhaps in another tab. See “Check Status/Pay Now”.',
    unanswered: 'Something is not answered yet. Go back through the steps.',
    signature_differs: 'Your typed signature must hold your first and last name as on your record. Go back to “Affirm and sign”.',
    no_fee_in_force: 'This can no longer be applied for.',
  },
  onOk: async ({ reference, status }) =>
    redirect(`/applications/${reference}${status === 'awaiting_payment' ? '/pay' : ''}?submitted=1`),
});

export const withdrawAction = defineAction({
  actor: 'educator',
  input: ofApplication,
  keep: [],
  run: withdrawApplication,
  messages: { not_found: 'This draft is gone or submitted already.' },
  onOk: async () => redirect('/home'),
});

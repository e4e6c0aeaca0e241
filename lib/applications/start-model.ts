import * as z from 'zod/mini';
import { applicationKinds } from '@/lib/rulebook/model';

export const startInput = z.object({
  kind: z.enum(applicationKinds),
  certificateNumber: z.optional(z.string().check(z.maxLength(20))),
});

import * as z from 'zod/mini';
import { applicationKinds } from '@/lib/rulebook/model';

export const startInput = z.object({
  kind: z.enum(applicationKinds),
  certificateNumber: z.optional(z.string().check(z.maxLength(20))),
  schoolMonths: z.optional(z.string().check(z.regex(/^\d{1,3}$/))),
  otherState: z.optional(z.enum(['yes', 'no'])),
});

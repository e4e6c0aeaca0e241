import { z } from 'zod';
import { applicationKinds } from '@/lib/rulebook/model';

export const startInput = z.object({
  kind: z.enum(applicationKinds),
  certificateNumber: z.string().max(20).optional(),
});

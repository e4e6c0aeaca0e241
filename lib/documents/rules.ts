import type { Limit } from '@/lib/shared/limit';

/** security.md §3.7. */
export const uploadLimit: Limit = { scope: 'upload.account', most: 20, seconds: 60 * 60 };

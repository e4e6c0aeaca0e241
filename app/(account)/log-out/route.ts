import { signOut } from '@/lib/accounts/sign-out';
import { defineSignedInPost } from '@/lib/web/define-route';

/** A plain form posts here from every page: no script, no page of its own. */
export const POST = defineSignedInPost(signOut, '/login?out=1');

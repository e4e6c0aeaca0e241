import type { MoveRefusal } from '@/lib/staff/account-move-model';

export const moveRefusals: Readonly<Record<MoveRefusal, string>> = {
  account_changed: 'The account was closed or moved since. Withdraw the proposal and look at the case again.',
  address_taken: 'Another account uses this address. One of the two has to be given up first.',
};

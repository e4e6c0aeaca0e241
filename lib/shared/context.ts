/** Who is asking. Commands receive it and decide; nothing else carries authority. */
export type Anyone = { readonly kind: 'anyone' };
/** Signed in with a temporary password, or without the second factor yet: may do nothing but finish signing in. */
export type Newcomer = { readonly kind: 'newcomer'; readonly accountId: string; readonly sessionId: string };
export type Educator = { readonly kind: 'educator'; readonly accountId: string; readonly sessionId: string };
export type Staff = {
  readonly kind: 'staff';
  readonly accountId: string;
  readonly sessionId: string;
  readonly roles: readonly StaffRole[];
};
export type Worker = { readonly kind: 'worker'; readonly job: string };
export type Actor = Anyone | Newcomer | Educator | Staff | Worker;

export const staffRoles = ['reviewer', 'cashier', 'supervisor', 'administrator', 'auditor'] as const;
export type StaffRole = (typeof staffRoles)[number];

/** Passed first to every command: who, when, in which request, and (for staff changes to a person) why. */
export type Ctx<A extends Actor = Actor> = {
  readonly actor: A;
  readonly now: Date;
  readonly requestId: string;
  readonly reason?: string;
  /** The network address that asks, where a proxy we trust names it. To count by, never to keep. */
  readonly address?: string | undefined;
};

export const anyone: Anyone = { kind: 'anyone' };

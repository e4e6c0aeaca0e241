import type { Permission } from '@/lib/shared/permissions';

export type SiteLink = { readonly href: string; readonly label: string; readonly boxed?: boolean };

export const publicLinks: readonly SiteLink[] = [
  { href: '/check', label: 'Check a certificate' },
  { href: '/fees', label: 'Fees and requirements' },
  { href: '/help', label: 'Help' },
  { href: '/login', label: 'Login to the CECS', boxed: true },
];

export const educatorLinks: readonly SiteLink[] = [
  { href: '/home', label: 'Home' },
  { href: '/applications', label: 'Applications' },
  { href: '/profile', label: 'Profile' },
];

/** Shown to those who may open them. */
export type StaffLink = SiteLink & { readonly needs: Permission };

export const staffLinks: readonly StaffLink[] = [
  { href: '/staff/queue', label: 'Queue', needs: 'see_queue' },
  { href: '/staff/mailroom', label: 'Mailroom', needs: 'record_instruments' },
  { href: '/staff/papers', label: 'Papers', needs: 'receive_papers' },
  { href: '/staff/identity', label: 'Identity cases', needs: 'review_identity' },
  { href: '/staff/rules', label: 'Rules', needs: 'draft_rules' },
];

export const footerLinks: readonly SiteLink[] = [
  { href: '/help', label: 'Help' },
  { href: '/waiting-times', label: 'How long it takes' },
  { href: '/accessibility', label: 'Accessibility' },
  { href: '/privacy', label: 'Privacy' },
];

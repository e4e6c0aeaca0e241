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

export const staffLinks: readonly SiteLink[] = [
  { href: '/staff/queue', label: 'Queue' },
  { href: '/staff/mailroom', label: 'Mailroom' },
];

export const footerLinks: readonly SiteLink[] = [
  { href: '/help', label: 'Help' },
  { href: '/accessibility', label: 'Accessibility' },
  { href: '/privacy', label: 'Privacy' },
];

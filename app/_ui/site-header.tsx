import { Button } from './button';
import { Mark } from './mark';
import { educatorLinks, publicLinks, staffLinks, type SiteLink } from './site-links';

export type SiteHeaderProps = {
  readonly variant: 'public' | 'educator' | 'staff';
  /** The name of who is signed in, and can log out. */
  readonly person?: string | undefined;
  /** Instead of the variant's own links. */
  readonly links?: readonly SiteLink[] | undefined;
  /** The address of the section the page belongs to. */
  readonly current?: string | undefined;
};

const standard = { public: publicLinks, educator: educatorLinks, staff: staffLinks };
const homes = { public: '/', educator: '/home', staff: '/staff' };

/** Up to this many links stay in sight on a phone; more wait behind a menu button that needs no script. */
const mostInSight = 3;

export function SiteHeader({ variant, person, links = standard[variant], current }: SiteHeaderProps) {
  return (
    <header className="cecs-header">
      <div className="cecs-container cecs-header__bar">
        <a className="cecs-brand" href={homes[variant]}>
          <Mark className="cecs-brand__mark" />
          <span className="cecs-brand__name">
            <span className="cecs-brand__state">Connecticut</span> Education Certification System
          </span>
        </a>
        {links.length > 0 && <Navigation links={links} current={current} person={person} />}
      </div>
    </header>
  );
}

type NavigationProps = Pick<SiteHeaderProps, 'person' | 'current'> & { readonly links: readonly SiteLink[] };

function Navigation({ links, current, person }: NavigationProps) {
  const folds = links.length > mostInSight;
  return (
    <>
      {folds && (
        <button type="button" className="cecs-nav__toggle" popoverTarget="site-menu">
          Menu
        </button>
      )}
      <nav className="cecs-nav" aria-label="Main" {...(folds && { id: 'site-menu', popover: 'auto' as const })}>
        {folds && (
          <button type="button" className="cecs-nav__close" popoverTarget="site-menu" popoverTargetAction="hide">
            Close
          </button>
        )}
        <ul className="cecs-nav__list">
          {links.map((link) => (
            <li key={link.href}>
              <NavLink link={link} isCurrent={link.href === current} />
            </li>
          ))}
          {person && (
            <>
              <li className="cecs-nav__person">{person}</li>
              <li>
                <LogOut />
              </li>
            </>
          )}
        </ul>
      </nav>
    </>
  );
}

function NavLink({ link, isCurrent }: { readonly link: SiteLink; readonly isCurrent: boolean }) {
  const look = link.boxed ? 'cecs-nav__link cecs-nav__link--boxed' : 'cecs-nav__link';
  return (
    <a className={look} href={link.href} aria-current={isCurrent ? 'page' : undefined}>
      {link.label}
    </a>
  );
}

function LogOut() {
  return (
    <form action="/log-out" method="post">
      <Button look="quiet">Log out</Button>
    </form>
  );
}

import { Icon } from './icon';

type BreadcrumbProps = { readonly trail: readonly { href: string; label: string }[]; readonly current: string };

export function Breadcrumb({ trail, current }: BreadcrumbProps) {
  return (
    <nav className="usa-breadcrumb" aria-label="Breadcrumb">
      <ol className="usa-breadcrumb__list">
        {trail.map(({ href, label }) => (
          <li key={href} className="usa-breadcrumb__list-item">
            <a className="usa-breadcrumb__link" href={href}>
              {label}
            </a>
          </li>
        ))}
        <li className="usa-breadcrumb__list-item usa-current" aria-current="page">
          {current}
        </li>
      </ol>
    </nav>
  );
}

export function BackLink({ href, children = 'Back' }: { readonly href: string; readonly children?: string }) {
  return (
    <nav aria-label="Back">
      <a className="cecs-back" href={href}>
        <Icon name="back" />
        {children}
      </a>
    </nav>
  );
}

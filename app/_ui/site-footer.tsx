import { footerLinks, type SiteLink } from './site-links';

export function SiteFooter({ links = footerLinks }: { readonly links?: readonly SiteLink[] | undefined }) {
  return (
    <footer className="cecs-footer">
      <div className="cecs-container cecs-footer__columns">
        <section>
          <h2 className="cecs-footer__heading">Talk to us</h2>
          <p>
            Phone <a className="cecs-footer__contact" href="tel:+18607136969">860-713-6969</a>
          </p>
          <p>
            Email <a className="cecs-footer__contact" href="mailto:teacher.cert@ct.gov">teacher.cert@ct.gov</a>
          </p>
        </section>
        <section>
          <h2 className="cecs-footer__heading">Write to us</h2>
          <address>
            Bureau of Educator Standards and Certification
            <br />
            PO Box 150471
            <br />
            Hartford, CT 06115-0471
          </address>
        </section>
        <nav aria-label="About this site">
          <h2 className="cecs-footer__heading">About this site</h2>
          <ul className="cecs-footer__list">
            {links.map((link) => (
              <li key={link.href}>
                <a href={link.href}>{link.label}</a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
      <div className="cecs-footer__base">
        <div className="cecs-container">
          <p>Connecticut Education Certification System (CECS), Connecticut State Department of Education</p>
        </div>
      </div>
    </footer>
  );
}

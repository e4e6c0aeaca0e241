import { footerLinks } from './site-links';

// Written out: it is the same on every page, and each element that React draws takes its time on each of them (docs/benchmark.md).
const markup = `
<div class="cecs-container cecs-footer__columns">
  <section>
    <h2 class="cecs-footer__heading">Talk to us</h2>
    <p>Phone <a class="cecs-footer__contact" href="tel:+18607136969">860-713-6969</a></p>
    <p>Email <a class="cecs-footer__contact" href="mailto:teacher.cert@ct.gov">teacher.cert@ct.gov</a></p>
  </section>
  <section>
    <h2 class="cecs-footer__heading">Write to us</h2>
    <address>Bureau of Educator Standards and Certification<br>PO Box 150471<br>Hartford, CT 06115-0471</address>
  </section>
  <nav aria-label="About this site">
    <h2 class="cecs-footer__heading">About this site</h2>
    <ul class="cecs-footer__list">${footerLinks.map(({ href, label }) => `<li><a href="${href}">${label}</a></li>`).join('')}</ul>
  </nav>
</div>
<div class="cecs-footer__base">
  <div class="cecs-container"><p>Connecticut Education Certification System (CECS), Connecticut State Department of Education</p></div>
</div>`;

export function SiteFooter() {
  return <footer className="cecs-footer" dangerouslySetInnerHTML={{ __html: markup }} />;
}

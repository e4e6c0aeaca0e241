import { ButtonLink } from '@/app/_ui/button';
import { ErrorPage } from '@/app/_ui/error-page';

export default function NoSuchCertificate() {
  return (
    <ErrorPage title="No Connecticut certificate has this number" actions={<ButtonLink href="/check">Check another certificate</ButtonLink>}>
      If you came here from a printed certificate, it may not be genuine. Compare the number in the address of this page with the
      one on the paper, or ask us: 860-713-6969, teacher.cert@ct.gov.
    </ErrorPage>
  );
}

import { ButtonLink } from '@/app/_ui/button';
import { ErrorPage } from '@/app/_ui/error-page';

export default function NoSuchCertificate() {
  return (
    <ErrorPage title="None of your certificates has this number" actions={<ButtonLink href="/home">Go to your certificates</ButtonLink>}>
      The address may be mistyped. Your home page lists every certificate on your record.
    </ErrorPage>
  );
}

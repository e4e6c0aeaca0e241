import { toSVG } from 'bwip-js/node';
import { Main } from '@/app/_ui/main';
import { PageTitle } from '@/app/_ui/page-title';
import { totpEnrolment } from '@/lib/accounts/queries';
import { requireNewcomer } from '@/lib/web/session';
import { CodeForm } from './form';

export const metadata = { title: 'Authenticator code' };

export default async function CodePage() {
  const { actor } = await requireNewcomer('totp');
  const enrolment = await totpEnrolment(actor);
  return (
    <Main width="narrow">
      <PageTitle>{enrolment ? 'Set up your authenticator' : 'Enter your authenticator code'}</PageTitle>
      {enrolment && (
        <>
          <p>Scan this with an authenticator app on your phone, then type the six digits it shows.</p>
          <div
            className="cecs-qr"
            role="img"
            aria-label="Code to scan with your authenticator app"
            dangerouslySetInnerHTML={{ __html: toSVG({ bcid: 'qrcode', text: enrolment.uri, scale: 3 }) }}
          />
          <p>
            No camera? Type this key into the app: <code>{enrolment.key}</code>
          </p>
        </>
      )}
      <CodeForm />
    </Main>
  );
}

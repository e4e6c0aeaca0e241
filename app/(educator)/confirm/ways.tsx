import { Card } from '@/app/_ui/card';
import { DateText } from '@/app/_ui/date-text';
import { SmallForm } from '@/app/_ui/form/small-form';
import { UploadForm } from '@/app/_ui/form/upload-form';
import type { Ways } from '@/lib/identity/confirmation-queries';
import { formatReference } from '@/lib/shared/references';
import { offerDocumentAction, sendConfirmationAction } from './actions';
import { ConfirmForm } from './form';

export function CodeCard({ ways }: { readonly ways: Ways }) {
  const { emailedOn, letter } = ways;
  if (emailedOn === undefined && letter !== 'mailed') return null;
  return (
    <Card heading="Type the code">
      <p>
        {emailedOn !== undefined && 'We have written to the email address on your record. Look in the spam folder too; the code is good for 24 hours. '}
        {letter === 'mailed' && 'A letter with a code is on its way to the postal address on your record; the code is good for 21 days.'}
      </p>
      <ConfirmForm />
    </Card>
  );
}

export function EmailCard({ isSent }: { readonly isSent: boolean }) {
  return (
    <Card heading="By email, in minutes">
      <p>We send a code to the email address on your record. It may be an old one: use this if you can still read mail there.</p>
      <SmallForm action={sendConfirmationAction} fields={{ way: 'email' }} submit={isSent ? 'Send another code' : 'Email me a code'} look={isSent ? 'secondary' : 'primary'} />
    </Card>
  );
}

export function LetterCard({ letter }: { readonly letter: Ways['letter'] }) {
  return (
    <Card heading="By letter, in about a week">
      {letter === 'none' ? (
        <>
          <p>We mail a code to the postal address on your record.</p>
          <SmallForm action={sendConfirmationAction} fields={{ way: 'letter' }} submit="Mail me a letter" />
        </>
      ) : (
        <p>{letter === 'asked' ? 'You have asked for a letter. We print it within two working days.' : 'Your letter is in the mail. It can take a week.'}</p>
      )}
    </Card>
  );
}

type DocumentCardProps = { readonly openCase: Ways['openCase']; readonly problem: string | undefined };

export function DocumentCard({ openCase, problem }: DocumentCardProps) {
  return (
    <Card heading="With an identity document">
      <p>A driver’s license, state ID or passport. This needs nothing on your record.</p>
      {openCase ? <Standing openCase={openCase} /> : null}
      <UploadForm action="/confirm/upload" problem={problem} />
      <p>
        Or show it at our counter: 450 Columbus Boulevard, Hartford, Monday to Friday, 8 to 5.{' '}
        {openCase ? `Give case ${formatReference(openCase.reference)}.` : 'Take a case number with you:'}
      </p>
      {!openCase && <SmallForm action={offerDocumentAction} submit="I will show it at the counter" />}
    </Card>
  );
}

function Standing({ openCase }: { readonly openCase: NonNullable<Ways['openCase']> }) {
  const { documents, promisedBy, reference, askedFor } = openCase;
  return (
    <>
      <p>
        Case {formatReference(reference)}.{' '}
        {documents > 0 ? `${String(documents)} ${documents === 1 ? 'document' : 'documents'} received. ` : ''}
        You hear from us by <DateText value={promisedBy} />.
      </p>
      {askedFor && <p className="cecs-written">We asked: {askedFor}</p>}
    </>
  );
}

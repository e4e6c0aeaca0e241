import { EmailLayout } from './_layout';
import { Code, Greeting, Paragraph } from './_parts';

type Props = { readonly firstName: string; readonly newEmailMasked: string; readonly caseReference: string };

export const subject = (_props: Props) => 'The Bureau moved your CECS account to another email address';

/** Goes to the address that was left. What two people decided, people take back: so a case number, and no link. */
export function AccountMovedByStaff(props: Props) {
  const preview = 'If you asked for this, there is nothing to do.';
  return (
    <EmailLayout title={subject(props)} preview={preview}>
      <Greeting firstName={props.firstName} />
      <Paragraph>
        Your account now uses {props.newEmailMasked}. Somebody told us that this address could not be read any more; two people at
        the Bureau looked at it.
      </Paragraph>
      <Paragraph>If you asked for this, there is nothing to do.</Paragraph>
      <Paragraph>
        If it was not you, call the Bureau of Certification right away; the number is below. We can put it back. Give this case
        number:
      </Paragraph>
      <Code>{props.caseReference}</Code>
    </EmailLayout>
  );
}

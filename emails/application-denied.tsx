import { EmailLayout } from './_layout';
import { Action, Greeting, Paragraph } from './_parts';

type Props = {
  readonly firstName: string;
  readonly applicationReference: string;
  readonly reasonText: string;
  /** The last day to ask for a review. None for permits and authorizations: their denial is final (domain.md §6.5). */
  readonly reviewUntilText: string | null;
  readonly statusUrl: string;
};

export const subject = ({ applicationReference }: Props) => `A decision on your application ${applicationReference}`;

export function ApplicationDenied(props: Props) {
  const preview = 'The Bureau of Certification has decided on your application.';
  return (
    <EmailLayout title={subject(props)} preview={preview} ownLink={props.statusUrl}>
      <Greeting firstName={props.firstName} />
      <Paragraph>We are sorry. The Bureau of Certification could not grant your application {props.applicationReference}.</Paragraph>
      {props.reasonText !== '' && <Paragraph>{props.reasonText}</Paragraph>}
      {props.reviewUntilText !== null && (
        <Paragraph>If you do not agree, you can ask for a review until {props.reviewUntilText}.</Paragraph>
      )}
      <Action lead="The decision and your next steps are here:" label="See the decision" href={props.statusUrl} />
    </EmailLayout>
  );
}

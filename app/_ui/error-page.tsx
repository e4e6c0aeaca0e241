import type { ReactNode } from 'react';
import { Actions } from './actions';
import { Main } from './main';
import { PageTitle } from './page-title';
import { ReferenceNumber } from './reference-number';

type ErrorPageProps = {
  readonly title: string;
  readonly children: ReactNode;
  /** What to quote on the phone: the request id or the error's digest. */
  readonly reference?: string | undefined;
  readonly actions?: ReactNode;
};

/** Not found, forbidden, broken: what happened, what to do, and what to quote. */
export function ErrorPage({ title, children, reference, actions }: ErrorPageProps) {
  return (
    <Main width="regular">
      <PageTitle>{title}</PageTitle>
      {typeof children === 'string' ? <p>{children}</p> : children}
      {reference && (
        <p>
          If you call us at 860-713-6969, please give this reference: <ReferenceNumber value={reference} />
        </p>
      )}
      {actions && <Actions>{actions}</Actions>}
    </Main>
  );
}

import type { ReactNode } from 'react';

type DetailsProps = { readonly summary: string; readonly open?: boolean; readonly children: ReactNode };

export function Details({ summary, open = false, children }: DetailsProps) {
  return (
    <details className="cecs-details" open={open}>
      <summary>{summary}</summary>
      <div className="cecs-details__body">{typeof children === 'string' ? <p>{children}</p> : children}</div>
    </details>
  );
}

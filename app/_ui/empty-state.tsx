import type { ReactNode } from 'react';
import { Actions } from './actions';

type EmptyStateProps = { readonly heading: string; readonly children: ReactNode; readonly action?: ReactNode };

/** Nothing here yet: why, and what to do about it. */
export function EmptyState({ heading, children, action }: EmptyStateProps) {
  return (
    <div className="cecs-empty">
      <h2 className="cecs-empty__heading">{heading}</h2>
      {typeof children === 'string' ? <p>{children}</p> : children}
      {action && <Actions>{action}</Actions>}
    </div>
  );
}

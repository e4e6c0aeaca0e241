import type { ReactNode } from 'react';
import { Actions } from './actions';
import { ButtonLink } from './button';

export type Way = {
  /** Who it is for: "New to CECS". */
  readonly audience: string;
  readonly heading: string;
  readonly body: ReactNode;
  readonly href: string;
  /** The control's words. */
  readonly action: string;
};

/** What each kind of visitor does next. The first way is the page's primary action. */
export function ActionList({ ways }: { readonly ways: readonly Way[] }) {
  return (
    <ul className="cecs-ways">
      {ways.map((way, position) => (
        <li key={way.href}>
          <div className={position === 0 ? 'cecs-way cecs-way--first' : 'cecs-way'}>
            <p className="cecs-way__for">{way.audience}</p>
            <h2>{way.heading}</h2>
            {typeof way.body === 'string' ? <p>{way.body}</p> : way.body}
            <Actions>
              <ButtonLink href={way.href} look={position === 0 ? 'primary' : 'secondary'}>
                {way.action}
              </ButtonLink>
            </Actions>
          </div>
        </li>
      ))}
    </ul>
  );
}

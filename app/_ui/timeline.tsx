import type { ReactNode } from 'react';
import { Actions } from './actions';
import { Icon, type IconName } from './icon';

export type TimelineStep = {
  readonly title: string;
  readonly state: 'done' | 'current' | 'upcoming' | 'stopped';
  /** A DateText, or words such as "usually within 10 days". */
  readonly when?: ReactNode;
  readonly body?: ReactNode;
};

const icons: Record<TimelineStep['state'], IconName> = { done: 'check', current: 'clock', upcoming: 'dot', stopped: 'cross' };
const spoken = { done: 'Done: ', current: 'Now: ', upcoming: 'Later: ', stopped: 'Stopped: ' };

export function Timeline({ label, steps }: { readonly label: string; readonly steps: readonly TimelineStep[] }) {
  return (
    <ol className="cecs-timeline" aria-label={label}>
      {steps.map(({ title, state, when, body }) => (
        <li
          key={title}
          className={`cecs-timeline__item cecs-timeline__item--${state}`}
          aria-current={state === 'current' ? 'step' : undefined}
        >
          <span className="cecs-timeline__mark">
            <Icon name={icons[state]} />
          </span>
          <div>
            <p className="cecs-timeline__title">
              <span className="usa-sr-only">{spoken[state]}</span>
              {title}
            </p>
            {when && <p className="cecs-timeline__when">{when}</p>}
            {body && <div className="cecs-timeline__body">{typeof body === 'string' ? <p>{body}</p> : body}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}

type WhoActsNextProps = {
  readonly who: 'you' | 'bureau' | 'nobody';
  readonly heading: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
};

const whose = { you: 'Your turn', bureau: 'The Bureau acts next', nobody: 'Nothing left to do' };

/** Stands above every status timeline. */
export function WhoActsNext({ who, heading, children, action }: WhoActsNextProps) {
  return (
    <section className={`cecs-next cecs-next--${who}`}>
      <p className="cecs-next__who">{whose[who]}</p>
      <h2 className="cecs-next__heading">{heading}</h2>
      {typeof children === 'string' ? <p>{children}</p> : children}
      {action && <Actions>{action}</Actions>}
    </section>
  );
}

import { classNames } from './class-names';

export type Step = { readonly label: string; readonly href?: string | undefined };

type StepIndicatorProps = {
  readonly steps: readonly Step[];
  /** Position of the current step, the first is 1. Steps already done link back where they have an href. */
  readonly current: number;
};

export function StepIndicator({ steps, current }: StepIndicatorProps) {
  return (
    <nav className="usa-step-indicator" aria-label="Progress">
      <ol className="usa-step-indicator__segments">
        {steps.map((step, position) => (
          <Segment key={step.label} step={step} state={stateOf(position + 1, current)} />
        ))}
      </ol>
      <p className="cecs-steps__now">
        Step {current} of {steps.length}
      </p>
    </nav>
  );
}

type State = 'complete' | 'current' | 'ahead';

const spoken: Record<State, string> = { complete: 'done', current: 'this step', ahead: 'to come' };

function Segment({ step, state }: { readonly step: Step; readonly state: State }) {
  const look = state === 'ahead' ? undefined : `usa-step-indicator__segment--${state}`;
  return (
    <li className={classNames('usa-step-indicator__segment', look)} aria-current={state === 'current' ? 'step' : undefined}>
      <span className="usa-step-indicator__segment-label">
        {state === 'complete' && step.href ? <a href={step.href}>{step.label}</a> : step.label}
        <span className="usa-sr-only"> ({spoken[state]})</span>
      </span>
    </li>
  );
}

function stateOf(position: number, current: number): State {
  if (position === current) return 'current';
  return position < current ? 'complete' : 'ahead';
}

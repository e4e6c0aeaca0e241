import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { Icon, type IconName } from './icon';

export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'error';

export function Tag({ tone = 'neutral', children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return <span className={classNames('cecs-tag', tone !== 'neutral' && `cecs-tag--${tone}`)}>{children}</span>;
}

const icons: Record<Tone, IconName> = { neutral: 'dot', info: 'clock', success: 'check', warning: 'alert', error: 'cross' };

/** A tag with a sign, so that a status does not rest on colour alone. */
export function StatusTag({ tone = 'neutral', children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return (
    <Tag tone={tone}>
      <Icon name={icons[tone]} />
      {children}
    </Tag>
  );
}

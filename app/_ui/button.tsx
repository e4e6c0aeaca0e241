import type { ComponentProps } from 'react';
import { classNames } from './class-names';

export type ButtonLook = 'primary' | 'secondary' | 'quiet';

type Looks = {
  /** One primary a page. */
  readonly look?: ButtonLook | undefined;
  readonly size?: 'normal' | 'small' | undefined;
};

export function buttonClass({ look = 'primary', size = 'normal' }: Looks): string {
  return classNames(
    'usa-button',
    look === 'secondary' && 'usa-button--outline',
    look === 'quiet' && 'usa-button--unstyled',
    size === 'small' && 'usa-button--small',
  );
}

type ButtonProps = Looks & Omit<ComponentProps<'button'>, 'className' | 'style'>;

export function Button({ look, size, type = 'submit', ...rest }: ButtonProps) {
  return <button {...rest} type={type} className={buttonClass({ look, size })} />;
}

type ButtonLinkProps = Looks & Omit<ComponentProps<'a'>, 'className' | 'style'> & { readonly href: string };

export function ButtonLink({ look, size, ...rest }: ButtonLinkProps) {
  return <a {...rest} className={buttonClass({ look, size })} />;
}

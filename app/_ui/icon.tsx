import { classNames } from './class-names';

const shapes = {
  check: 'M5 12.5l4.5 4.5L19 7.5',
  clock: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 7.5V12l3 2',
  alert: 'M12 3.5L2.5 20h19L12 3.5zM12 10v4.5M12 17.2v.1',
  cross: 'M6.5 6.5l11 11M17.5 6.5l-11 11',
  dot: 'M12 12v.01',
  back: 'M14.5 5.5L8 12l6.5 6.5',
} as const;

export type IconName = keyof typeof shapes;

/** Always beside words that say the same: hidden from screen readers. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className={classNames('cecs-icon', name === 'dot' && 'cecs-icon--dot')} viewBox="0 0 24 24" aria-hidden="true">
      <path d={shapes[name]} />
    </svg>
  );
}

import type { DecidedWeek } from '@/lib/applications/queue-rules';
import { formatDay } from '@/lib/shared/days';

const [width, height, gap] = [12, 40, 4];

/** A bar a week, the oldest first; the same in words for whoever does not see it. */
export function WeeksPlot({ weeks }: { readonly weeks: readonly DecidedWeek[] }) {
  const most = Math.max(1, ...weeks.map(({ decided }) => decided));
  const words = weeks.map(({ week, decided }) => `${decided} in the week of ${formatDay(week)}`).join(', ');
  return (
    <svg className="cecs-plot" role="img" aria-label={words} width={weeks.length * (width + gap)} height={height + 1} viewBox={`0 0 ${weeks.length * (width + gap)} ${height + 1}`}>
      {weeks.map(({ week, decided }, at) => {
        const tall = Math.max(1, Math.round((decided / most) * height));
        return <rect key={week} x={at * (width + gap)} y={height + 1 - tall} width={width} height={tall} />;
      })}
    </svg>
  );
}

const rim =
  'M24 3.6Q29.34 .6 32.85 5.62 38.96 5.24 39.95 11.28 45.62 13.59 43.89 19.46 48 24 43.89 28.54 45.62 34.41 39.95 36.72' +
  ' 38.96 42.76 32.85 42.38 29.34 47.4 24 44.4 18.66 47.4 15.15 42.38 9.04 42.76 8.05 36.72 2.38 34.41 4.11 28.54' +
  ' 0 24 4.11 19.46 2.38 13.59 8.05 11.28 9.04 5.24 15.15 5.62 18.66 .6 24 3.6Z';

// Written out: each element that React draws takes its time on every page (docs/benchmark.md).
const drawing =
  `<path fill="#ffbe2e" d="${rim}"/><circle cx="24" cy="24" r="15.6" fill="#0e4f5c"/>` +
  '<path d="M17 24.6l5 5 9.4-10.4" fill="none" stroke="#fff" stroke-width="3.6" stroke-linecap="round" stroke-linejoin="round"/>';

/** Our own mark, a seal with a check. The State Seal is kept for the State's own sealed documents. */
export function Mark({ className }: { readonly className: string }) {
  return <svg className={className} viewBox="0 0 48 48" aria-hidden="true" dangerouslySetInnerHTML={{ __html: drawing }} />;
}

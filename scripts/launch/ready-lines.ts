import { relative } from 'node:path';
import type { Settings } from './settings';

/** What a person who just typed `npm start` needs to know, the ready line first. */
export function readyLines({ appUrl, home, parts, production }: Settings): string {
  const origin = appUrl.replace(/\/$/, '');
  const places = [
    ...(parts.includes('database') ? [['People to try, educators and staff', `${origin}/demo`]] : []),
    ...(parts.includes('mail') ? [['Emails CECS sends', `${origin}/dev/mailbox`]] : []),
    ['Staff', `${origin}/staff`],
    ...(production ? [] : [['Data, keys and logs', relative('.', home) || '.']]),
  ];
  const width = Math.max(...places.map(([what = '']) => what.length));
  const lines = places.map(([what = '', where = '']) => `  ${what.padEnd(width)}  ${where}`);
  return `\nCECS is ready at ${origin}\n\n${lines.join('\n')}\n\nCtrl-C stops everything; the next start keeps all data.\n`;
}

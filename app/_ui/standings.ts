import type { Standing } from '@/lib/certificates/model';
import type { Tone } from './tag';

/** How a certificate stands, in a word, the same for its holder and for staff. */
export const standings: Readonly<Record<Standing['state'], { readonly tone: Tone; readonly word: string }>> = {
  not_yet: { tone: 'info', word: 'Not yet valid' },
  current: { tone: 'success', word: 'Valid' },
  expiring: { tone: 'warning', word: 'Ends soon' },
  lapsed: { tone: 'error', word: 'Lapsed' },
  followed: { tone: 'neutral', word: 'Past' },
  ended: { tone: 'neutral', word: 'Ended' },
};

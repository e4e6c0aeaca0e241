import type { ImportCost } from './import';
import type { LoginCost } from './login-cost';
import type { LookUp } from './look-up';
import type { Weight } from './page-weight';
import type { QueryCount } from './page-queries';
import type { Probing } from './probes';
import type { Renewing } from './renewals';
import type { Speed } from './speed';

export type Size = { readonly startMillis: number; readonly idleBytes: number | undefined; readonly loadedBytes: number | undefined };

/** All that one run found out. A part that was not asked for is absent. */
export type Findings = {
  readonly homeQueries?: QueryCount;
  readonly ours?: Size;
  readonly framework?: Size;
  readonly weights?: readonly Weight[];
  readonly speeds?: readonly Speed[];
  readonly login?: LoginCost;
  readonly probings?: readonly Probing[];
  readonly lookUps?: readonly LookUp[];
  readonly renewing?: Renewing;
  readonly imported?: ImportCost;
};

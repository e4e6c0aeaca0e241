import type { Tone } from '@/app/_ui/tag';
import type { ApplicationStatus } from '@/lib/applications/model';
import { actsNext, statusNames } from '@/lib/applications/status';
import type { Home, HomeApplication } from '@/lib/payments/home-queries';
import { isApplicationKind, type RuleSet } from '@/lib/rulebook/model';
import { kindRules } from '@/lib/rulebook/rules';
import { formatCents } from '@/lib/shared/money';
import type { ApplicationRow } from './application-list';

export function applicationRows({ applications, ruleSet }: Pick<Home, 'applications' | 'ruleSet'>): ApplicationRow[] {
  return applications.map((one) => rowOf(one, ruleSet));
}

function rowOf({ kind, reference, status, owedNow }: HomeApplication, ruleSet: RuleSet): ApplicationRow {
  return {
    reference,
    title: isApplicationKind(kind) ? kindRules(ruleSet, kind).title : 'Application',
    tone: toneOf(status),
    status: statusNames[status],
    owed: owedNow > 0 ? formatCents(owedNow) : 'Nothing',
    action: status === 'draft' ? 'Continue' : 'Check Status/Pay Now',
  };
}

function toneOf(status: ApplicationStatus): Tone {
  if (status === 'issued') return 'success';
  if (status === 'denied') return 'error';
  if (actsNext(status) === 'you') return 'warning';
  return actsNext(status) === 'bureau' ? 'info' : 'neutral';
}

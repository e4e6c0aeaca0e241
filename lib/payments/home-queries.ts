import { sql } from 'drizzle-orm';
import { ask, read } from '@/db/transact';
import type { ApplicationStatus } from '@/lib/applications/model';
import type { CertificateFacts } from '@/lib/certificates/model';
import { inSuccession } from '@/lib/certificates/validity';
import type { MyCase, MyRecord } from '@/lib/identity/queries';
import type { RuleSet } from '@/lib/rulebook/model';
import { heldRuleSet, loadRuleSet } from '@/lib/rulebook/queries';
import type { Ctx, Educator } from '@/lib/shared/context';
import { cents, type Cents } from '@/lib/shared/money';
import type { Day } from '@/lib/shared/days';

export type HomeApplication = {
  readonly id: string;
  readonly reference: string;
  readonly kind: string;
  readonly status: ApplicationStatus;
  readonly certificateId: string | null;
  readonly isOpen: boolean;
  readonly submittedOn: Day | null;
  readonly owedNow: Cents;
};

export type Home = {
  readonly record: MyRecord | null;
  readonly openCase: MyCase | null;
  readonly certificates: readonly CertificateFacts[];
  readonly applications: readonly HomeApplication[];
  readonly ruleSet: RuleSet;
};

type HomeRow = Omit<Home, 'ruleSet' | 'applications'> & {
  readonly applications: readonly (Omit<HomeApplication, 'owedNow'> & { owedNow: number })[];
  readonly version: string;
};

/** All of the home page in one statement: the page people open most. */
export async function findHome(ctx: Ctx<Educator>): Promise<Home> {
  const [row] = await ask<HomeRow>(ctx.actor, 'read only', homeStatement);
  if (!row) throw new Error('The home statement always has a row');
  const { version, applications, ...rest } = row;
  const priced = applications.map((one) => ({ ...one, owedNow: cents(one.owedNow) }));
  const ruleSet = heldRuleSet(version) ?? (await read(ctx.actor, (tx) => loadRuleSet(tx, version)));
  return { ...rest, certificates: inSuccession(rest.certificates), applications: priced, ruleSet };
}

// Row-level security narrows certificates and applications to the account; of the record my_record() says what it may know.
// Without a parameter, so that its text is written once.
const homeStatement = sql`
    select
      (select version from rule_set_version) as version,
      (select json_build_object('personId', r.person_id, 'ein', r.ein, 'strength', r.strength, 'firstName', r.first_name,
          'lastName', r.last_name) from my_record() r) as record,
      (select json_build_object('reference', i.reference, 'kind', i.kind, 'promisedBy', i.promised_by)
        from identity_case i where i.account_id = current_account_id() and i.closed_at is null
        order by i.opened_at limit 1) as "openCase",
      coalesce((select json_agg(json_build_object('id', t.id, 'number', t.number, 'typeKey', t.type_key,
          'issuedOn', t.issued_on, 'effectiveOn', t.effective_on, 'expiresOn', t.expires_on,
          'printedExpiresOn', t.printed_expires_on, 'ended', null,
          'endorsements', (select coalesce(json_agg(e.code order by e.code), '[]')
            from certificate_endorsement e where e.certificate_id = t.id),
          'followedBy', (select json_build_object('number', f.number, 'from', f.effective_on)
            from certificate f where f.follows_id = t.id)) order by t.effective_on desc, t.number desc)
        from certificate t), '[]') as certificates,
      coalesce((select json_agg(json_build_object('id', a.id, 'reference', a.reference, 'kind', a.kind,
          'status', a.status, 'certificateId', a.certificate_id, 'isOpen', a.closed_at is null,
          'submittedOn', (a.submitted_at at time zone 'America/New_York')::date,
          'owedNow', (select coalesce(sum(l.cents), 0) from obligation o
            join ledger_entry l on l.obligation_id = o.id and l.account = 'receivable'
            where o.application_id = a.id and o.due_from is not null)) order by a.started_at desc)
        from (select * from application where account_id = current_account_id() order by started_at desc limit 50) a), '[]')
        as applications`;

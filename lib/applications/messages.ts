import { eq, inArray } from 'drizzle-orm';
import { createElement } from 'react';
import { account } from '@/db/schema/accounts';
import { certificate } from '@/db/schema/certificates';
import * as renewalReminder from '@/emails/renewal-reminder';
import { certificatesOfPeople } from '@/lib/certificates/steps';
import { inSuccession, validThrough } from '@/lib/certificates/validity';
import { appOrigin } from '@/lib/env';
import type { MessageRenderer } from '@/lib/mail/model';
import { renderMessage } from '@/lib/mail/render';
import { loadRuleSet } from '@/lib/rulebook/queries';
import { certificateTypeOf } from '@/lib/rulebook/rules';
import { dayInConnecticut, formatDay } from '@/lib/shared/days';
import { must } from '@/lib/shared/result';
import { formatReference } from '@/lib/shared/references';

const reminded: MessageRenderer = async (tx, staged, now) => {
  const [owner] = staged.accountId ? await tx.select().from(account).where(eq(account.id, staged.accountId)) : [];
  const ids = must(staged.payload.certificateIds, 'the certificates of a reminder').split(',');
  const people = await tx.select({ personId: certificate.personId }).from(certificate).where(inArray(certificate.id, ids));
  const asked = { ruleSet: await loadRuleSet(tx), day: dayInConnecticut(now) };
  const held = [...(await certificatesOfPeople(tx, [...new Set(people.map(({ personId }) => personId))])).values()].flat();
  const ending = inSuccession(held).filter((one) => ids.includes(one.id) && !one.followedBy && !one.ended);
  if (!owner || owner.remindersStoppedAt || ending.length === 0) return undefined;
  const certificates = ending.flatMap((one) => {
    const through = validThrough(one, asked);
    const title = `${certificateTypeOf(asked.ruleSet, one.typeKey).name} (${formatReference(one.number)})`;
    return through ? [{ title, ends: `Ends on ${formatDay(through)}.` }] : [];
  });
  const props = { firstName: owner.firstName, certificates, homeUrl: `${appOrigin()}/home`, profileUrl: `${appOrigin()}/profile` };
  return renderMessage(owner.email, renewalReminder.subject(props), createElement(renewalReminder.RenewalReminder, props));
};

export const applicationMessages: Readonly<Record<string, MessageRenderer>> = { renewal_reminder: reminded };

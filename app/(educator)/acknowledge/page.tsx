import { Main } from '@/app/_ui/main';
import { PageTitle } from '@/app/_ui/page-title';
import { SmallForm } from '@/app/_ui/form/small-form';
import { currentAcknowledgement } from '@/lib/accounts/queries';
import { must } from '@/lib/shared/result';
import { requireEducatorAt } from '@/lib/web/session';
import { acknowledgeAction } from './actions';

export const metadata = { title: 'Acknowledge and continue' };

type Props = { searchParams: Promise<{ continue?: string | string[] }> };

export default async function AcknowledgePage({ searchParams }: Props) {
  const ctx = await requireEducatorAt('/acknowledge');
  const { continue: goOnTo } = await searchParams;
  const text = must(await currentAcknowledgement(ctx.now), 'an acknowledgement text in force');
  return (
    <Main width="regular">
      <PageTitle>{text.heading}</PageTitle>
      <ul className="usa-list">
        {text.body.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <SmallForm action={acknowledgeAction} fields={{ version: String(text.version), ...(typeof goOnTo === 'string' && { continueTo: goOnTo }) }} submit="Acknowledge and Continue" look="primary" />
    </Main>
  );
}

import { Actions } from '@/app/_ui/actions';
import { ButtonLink } from '@/app/_ui/button';
import { EmptyState } from '@/app/_ui/empty-state';
import { Main } from '@/app/_ui/main';
import { PageTitle } from '@/app/_ui/page-title';
import { actsNext } from '@/lib/applications/status';
import { dayInConnecticut } from '@/lib/shared/days';
import { formatReference } from '@/lib/shared/references';
import { queuePlaceOf, queuePlaceText } from '@/lib/staff/model';
import { canOpenPerson, canReview } from '@/lib/staff/policy';
import { findApplications, findQueue, type Queue } from '@/lib/staff/queries';
import { searchOf, type Search } from '@/lib/staff/rules';
import { requireStaff } from '@/lib/web/session';
import { ApplicationTable, hrefOf, type Viewer } from './application-table';
import { SearchBox } from './search-box';

export const metadata = { title: 'Queue' };

type Props = { searchParams: Promise<{ q?: string | string[]; after?: string | string[] }> };

export default async function QueuePage({ searchParams }: Props) {
  const ctx = await requireStaff('see_queue');
  const asked = await searchParams;
  const typed = [asked.q ?? ''].flat()[0] ?? '';
  const search = searchOf(typed);
  const viewer = {
    today: dayInConnecticut(ctx.now),
    opens: canOpenPerson(ctx.actor),
    reviews: canReview(ctx.actor),
  };
  if (search) {
    return (
      <Main width="wide">
        <PageTitle>Search</PageTitle>
        <SearchBox typed={typed} />
        <Found {...await findApplications(ctx, search)} search={search} typed={typed} viewer={viewer} />
      </Main>
    );
  }
  const after = queuePlaceOf([asked.after ?? ''].flat()[0]);
  const queue = await findQueue(ctx, after);
  return (
    <Main width="wide">
      <PageTitle lead={leadOf(queue)}>Queue</PageTitle>
      <NextOne queue={queue} viewer={viewer} />
      <SearchBox typed="" />
      <Waiting queue={queue} viewer={viewer} isLater={after !== undefined} />
    </Main>
  );
}

function leadOf({ total }: Queue): string {
  if (total === 0) return 'Nothing waits.';
  return `${total.toLocaleString('en-US')} ${total === 1 ? 'application' : 'applications'}, in strict order of receipt.`;
}

/** The one thing to do: the oldest that waits for us. */
function NextOne({ queue, viewer }: { queue: Queue; viewer: Viewer }) {
  const oldest = queue.items.find((item) => actsNext(item.status) === 'bureau');
  if (!oldest || !viewer.reviews) return null;
  return (
    <Actions>
      <ButtonLink href={hrefOf(oldest, viewer)}>Open the oldest: {formatReference(oldest.reference)}</ButtonLink>
    </Actions>
  );
}

function Waiting({ queue, viewer, isLater }: { queue: Queue; viewer: Viewer; isLater: boolean }) {
  if (queue.items.length === 0) {
    return (
      <EmptyState
        heading={isLater ? 'That was the end of the queue' : 'The queue is empty'}
        action={isLater ? <ButtonLink href="/staff/queue" look="secondary">Go to its beginning</ButtonLink> : undefined}
      >
        An application joins it on the day it is submitted and its fee is paid. Search above for one that has not.
      </EmptyState>
    );
  }
  return (
    <>
      <ApplicationTable caption="Applications, the oldest first" items={queue.items} ruleSet={queue.ruleSet} viewer={viewer} />
      <Actions>
        {queue.next && (
          <ButtonLink href={`/staff/queue?after=${queuePlaceText(queue.next)}`} look="secondary">
            Next page
          </ButtonLink>
        )}
        {isLater && <a href="/staff/queue">Back to the beginning</a>}
      </Actions>
    </>
  );
}

type FoundProps = Awaited<ReturnType<typeof findApplications>> & { search: Search; typed: string; viewer: Viewer };

function Found({ items, ruleSet, search, typed, viewer }: FoundProps) {
  const back = <ButtonLink href="/staff/queue" look="secondary">Back to the queue</ButtonLink>;
  if (items.length === 0) {
    return (
      <EmptyState heading={`Nothing found for “${typed.trim()}”`} action={back}>
        {search.by === 'name'
          ? 'Check the spelling of the last name. If you typed a reference, a character is wrong. Drafts are not found: they are not submitted yet.'
          : 'There is no submitted application under it.'}
      </EmptyState>
    );
  }
  return (
    <>
      <ApplicationTable caption={`Found for “${typed.trim()}”, the latest first`} items={items} ruleSet={ruleSet} viewer={viewer} />
      <Actions>{back}</Actions>
    </>
  );
}

import { Actions } from '@/app/_ui/actions';
import { ButtonLink } from '@/app/_ui/button';
import { Card } from '@/app/_ui/card';
import type { CaseView } from '@/lib/identity/case-queries';
import { choicesOf, needsSecondPerson, type Choice } from '@/lib/staff/case-rules';
import { addressOf } from '@/lib/staff/wording-rules';
import type { FormValues } from '@/lib/web/form-state';
import { DecideForm } from './decide-form';

/** What can be decided now: by one person here, by two over the links. */
export function Decide({ found, held }: { found: CaseView; held: FormValues | undefined }) {
  const choices = choicesOf(factsOf(found));
  if (choices.length === 0) return null;
  const [first, second] = found.candidates;
  return (
    <Card heading="Decide">
      <DecideForm
        reference={found.reference}
        choices={choices.flatMap((choice) => tilesOf(choice, found))}
        needsNote={choices.some((choice) => choice === 'link' || choice === 'new' || choice === 'confirm')}
        isRead={choices.includes('ask')}
        initialValues={held}
      />
      {found.account && (
        <Actions>
          <ButtonLink look="secondary" href={`/staff/identity/${found.reference}/add-record`}>
            Add another record by its EIN
          </ButtonLink>
        </Actions>
      )}
      <h3>With a second person</h3>
      <Actions>
        {choices.includes('relink') && (
          <ButtonLink look="secondary" href={`/staff/identity/${found.reference}/relink`}>
            Link to another record
          </ButtonLink>
        )}
        {found.kind === 'lost_email' && (
          <ButtonLink look="secondary" href={`/staff/identity/${found.reference}/move`}>
            Move the account to another address
          </ButtonLink>
        )}
        <ButtonLink look="secondary" href={`/staff/identity/merge?case=${found.reference}&stays=${first?.ein ?? ''}&goes=${second?.ein ?? ''}`}>
          Make one record of two
        </ButtonLink>
      </Actions>
    </Card>
  );
}

const reject = { value: 'reject', label: 'Reject', hint: 'The case is closed. Their account stays as it is.' };
const closeOnly = { value: 'reject', label: 'Close the case', hint: 'Nothing is changed.' };

function isAnswered({ account, details }: CaseView): boolean {
  return account !== null || addressOf({ accountId: null, details }) !== undefined;
}

function tilesOf(choice: Choice, found: CaseView) {
  switch (choice) {
    case 'link':
      return found.candidates
        .filter((one) => one.heldBy === null && !one.isMerged && !needsSecondPerson(one))
        .map((one) => ({ value: `link:${one.ein}`, label: `Link to ${one.name}`, hint: `EIN ${one.ein}. The link is full.` }));
    case 'new':
      return [{ value: 'new', label: 'Give a new EIN', hint: 'None of the records is theirs.' }];
    case 'confirm':
      return [{ value: 'confirm', label: 'Confirm that it is them', hint: 'You have seen their document. The link becomes full.' }];
    case 'ask':
      return [{ value: 'ask', label: 'Ask for a document', hint: 'The case stays open, with a new date.' }];
    case 'answer':
      return [{ value: 'answer', label: 'Answer and close', hint: 'What they asked for is done, or explained.' }];
    case 'reject':
      return [isAnswered(found) ? reject : closeOnly];
    default:
      return [];
  }
}

function factsOf(found: CaseView) {
  const { kind, isOpen, account, link, typed, candidates } = found;
  return {
    ...{ kind, isOpen },
    hasAccount: account !== null,
    link: link?.strength ?? null,
    hasTyped: typed !== null,
    canBeAsked: isAnswered(found),
    candidates: candidates.map((one) => ({ ...one, isHeld: one.heldBy !== null })),
  };
}

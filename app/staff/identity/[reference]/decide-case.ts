import type { Ctx, Staff } from '@/lib/shared/context';
import { ok, type Result } from '@/lib/shared/result';
import { answerInWords, type AnswerInWordsError } from '@/lib/staff/answer-in-words';
import { answerWithNew, type AnswerWithNewError } from '@/lib/staff/answer-with-new';
import { askForDocument, type AskForDocumentError } from '@/lib/staff/ask-for-document';
import { confirmCase, type ConfirmCaseError } from '@/lib/staff/confirm-case';
import type { DecideCaseInput } from '@/lib/staff/identity-model';
import { linkCase, type LinkCaseError } from '@/lib/staff/link-case';

type Refusal = LinkCaseError | AnswerWithNewError | ConfirmCaseError | AskForDocumentError | AnswerInWordsError;
type Decided = { readonly reference: string; readonly done: string };

/** The command of the decision that was chosen. */
export async function decideCase(ctx: Ctx<Staff>, typed: DecideCaseInput): Promise<Result<Decided, Refusal>> {
  const [done = '', ein = ''] = typed.decision.split(':');
  const decided = await commandOf(ctx, typed, { done, ein });
  return decided.ok ? ok({ reference: typed.reference, done }) : decided;
}

type Chosen = { readonly done: string; readonly ein: string };

function commandOf(ctx: Ctx<Staff>, { reference, note = '', letter = '' }: DecideCaseInput, { done, ein }: Chosen): Promise<Result<unknown, Refusal>> {
  switch (done) {
    case 'link':
      return linkCase(ctx, { reference, ein, reason: note });
    case 'new':
      return answerWithNew(ctx, { reference, reason: note });
    case 'confirm':
      return confirmCase(ctx, { reference, reason: note });
    case 'ask':
      return askForDocument(ctx, { reference, askedFor: letter });
    default:
      return answerInWords(ctx, { reference, outcome: done === 'answer' ? 'answer' : 'reject', words: letter });
  }
}

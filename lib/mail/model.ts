import type { Tx } from '@/db/transact';

/** A message as staged: what a renderer needs to find out what to say. */
export type StagedMessage = {
  readonly id: string;
  readonly accountId: string | null;
  readonly address: string | null;
  readonly payload: Readonly<Record<string, string>>;
};

export type RenderedMessage = { readonly to: string; readonly subject: string; readonly html: string; readonly text: string };

/**
 * Loads fresh what a message says and renders it, at the moment of sending; secrets are minted here and nowhere kept in clear.
 * `undefined` means there is nobody to write to any more.
 */
export type MessageRenderer = (tx: Tx, staged: StagedMessage, now: Date) => Promise<RenderedMessage | undefined>;

/** Does one job. Throwing means: try again later. */
export type JobRunner = (payload: Readonly<Record<string, string>>, now: Date) => Promise<void>;

/** Thrown by a job so that the queue tries again later. The code is kept and logged; what any other error says is not. */
export class NotDoneYet extends Error {
  override name = 'NotDoneYet';

  constructor(readonly code: string) {
    super(code);
  }
}

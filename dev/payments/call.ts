import type { Change } from './book';
import type { Form } from './form';

export type Settings = {
  readonly secretKey: string;
  readonly webhookSecret: string;
  readonly webhookUrl: string;
  /** The public origin under which the hosted page is reached. */
  readonly pageOrigin: string;
};

/** One API request being answered: its change, the ids in its path, its parameters. */
export type ApiCall = {
  readonly change: Change;
  readonly ids: readonly string[];
  readonly form: Form;
  readonly settings: Settings;
};

export type Endpoint = (call: ApiCall) => object;

/** The id in `/v1/things/:id`; the route guarantees it. */
export function idOf(call: ApiCall): string {
  return call.ids[0] ?? '';
}

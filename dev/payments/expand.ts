import type { Change } from './book';
import { servedBalanceTransaction } from './balance';
import { refusedParameter } from './errors';
import type { Form } from './form';
import { pageOf } from './listing';
import { list, text } from './params';
import { requireSession, lineItemsPage } from './sessions';

type ApiObject = Readonly<Record<string, unknown>>;

const deepest = 4;

/** Which properties hold an id that can be replaced by the object. */
const lookups: Record<string, (change: Change, id: string) => object | undefined> = {
  payment_intent: (change, id) => change.find('payment_intent', id),
  latest_charge: (change, id) => change.find('charge', id),
  charge: (change, id) => change.find('charge', id),
  balance_transaction: balanceTransaction,
  failure_balance_transaction: balanceTransaction,
};

function balanceTransaction(change: Change, id: string): object | undefined {
  const moved = change.find('balance_transaction', id);
  return moved && servedBalanceTransaction(change, moved);
}

/** Replaces ids by objects along the paths of `expand[]`, as deep as Stripe allows. */
export function expand(change: Change, answer: object, form: Form): object {
  const paths = list(text()).safeParse(form.expand ?? []).data ?? [];
  return paths.reduce<object>((expanded, path) => {
    const names = path.split('.');
    if (names.length > deepest) {
      throw refusedParameter('expand', `You cannot expand more than ${deepest} levels of a property: ${path}.`);
    }
    return expandPath(change, { ...expanded }, names, path);
  }, answer);
}

function expandPath(change: Change, object: ApiObject, [name = '', ...rest]: readonly string[], path: string): object {
  const value = included(change, object, name) ?? object[name];
  if (value === null) return object;
  const found = typeof value === 'string' ? lookups[name]?.(change, value) : value;
  if (typeof found !== 'object' || found === null) {
    throw refusedParameter('expand', `This property cannot be expanded (${path}).`);
  }
  if (rest.length === 0) return { ...object, [name]: found };
  const inner = Array.isArray(found)
    ? found.map((one: object) => expandPath(change, { ...one }, rest, path))
    : expandPath(change, { ...found }, rest, path);
  return { ...object, [name]: inner };
}

/** Lists that an object only carries when asked. */
function included(change: Change, object: ApiObject, name: string): object | undefined {
  if (object.object === 'checkout.session' && name === 'line_items') {
    return lineItemsPage(change, requireSession(change, String(object.id)), {});
  }
  if (object.object === 'charge' && name === 'refunds') {
    const refunds = change.all('refund').filter((refund) => refund.charge === object.id);
    return pageOf(refunds, {}, `/v1/charges/${String(object.id)}/refunds`);
  }
  return undefined;
}

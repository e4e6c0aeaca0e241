import type { IncomingMessage, ServerResponse } from 'node:http';
import type Stripe from 'stripe';
import type { Book } from './book';
import { readBody, send, type Reply } from './http';
import { fieldOf, nothingTyped, readCardForm, typedIn, type Problems, type Typed } from './page-form';
import { alreadyPaid, authenticatePage, expired, failed, notAllowed, unknownPage } from './page-notices';
import { cardFormPage } from './page-view';
import { authenticated } from './pay';
import { settle } from './settle';
import { stylesheet } from './stylesheet';
import { takeCard, type Taken } from './take-card';

/** The hosted page under /dev/pay: the card form, the bank's confirmation, and what one finds on coming back. */
export function createPage(book: Book): (req: IncomingMessage, res: ServerResponse) => void {
  return (req, res) => {
    answer(book, req)
      .catch((thrown: unknown) => {
        process.stderr.write(`payment page: ${thrown instanceof Error ? thrown.stack : String(thrown)}\n`);
        return failed();
      })
      .then((reply) => send(res, reply))
      .catch(() => res.destroy());
  };
}

async function answer(book: Book, req: IncomingMessage): Promise<Reply> {
  const { pathname } = new URL(`http://page${req.url}`);
  const method = req.method === 'HEAD' ? 'GET' : req.method;
  if (method !== 'GET' && method !== 'POST') return notAllowed();
  const body = await readBody(req, 16 * 1024);
  if (pathname === '/dev/pay/assets/checkout.css') return stylesheetReply;
  settle(book);
  const [, id = '', step] = /^\/dev\/pay\/(\w+)(\/authenticate)?$/.exec(pathname) ?? [];
  const session = book.commit((change) => change.find('session', id));
  if (!session) return unknownPage();
  if (session.status !== 'open') return session.status === 'expired' ? expired(session) : comeBack(session, method);
  const posted = method === 'POST' ? body : undefined;
  return step ? atTheBank(book, session, posted) : atTheForm(book, session, posted);
}

function atTheForm(book: Book, session: Stripe.Checkout.Session, posted: string | undefined): Reply {
  return posted === undefined ? formPage(book, session) : pay(book, session, posted);
}

function atTheBank(book: Book, session: Stripe.Checkout.Session, posted: string | undefined): Reply {
  return posted === undefined ? confirmation(book, session) : confirm(book, session, posted);
}

const stylesheetReply: Reply = {
  status: 200,
  body: stylesheet,
  headers: {
    'content-type': 'text/css; charset=utf-8',
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
  },
};

/** A second press of the button goes where the first one went; the back button is told that all is done. */
function comeBack(session: Stripe.Checkout.Session, method: 'GET' | 'POST'): Reply {
  const successUrl = (session.success_url ?? '').replaceAll('{CHECKOUT_SESSION_ID}', session.id);
  return method === 'POST' ? redirect(successUrl) : alreadyPaid(session, successUrl);
}

function formPage(
  book: Book,
  session: Stripe.Checkout.Session,
  more: { readonly typed?: Typed; readonly problems?: Problems; readonly status?: number } = {},
): Reply {
  const items = book.commit((change) => change.find('line_items', session.id)) ?? [];
  return cardFormPage({ session, items, typed: nothingTyped, problems: {}, status: 200, ...more });
}

function pay(book: Book, session: Stripe.Checkout.Session, body: string): Reply {
  const typed = typedIn(body, session.customer_email);
  const read = readCardForm(typed, book.now());
  if (!read.ok) return formPage(book, session, { typed, problems: read.problems, status: 400 });
  const taken = book.commit((change) => takeCard(change, session, read.number, read.payer));
  return afterTaken(book, session, taken, typed);
}

function afterTaken(book: Book, session: Stripe.Checkout.Session, taken: Taken, typed: Typed): Reply {
  switch (taken.kind) {
    case 'paid':
      return redirect(taken.successUrl);
    case 'authenticate':
      return redirect(`/dev/pay/${session.id}/authenticate`);
    case 'refused':
      return formPage(book, session, { typed, problems: { card_number: taken.sentence }, status: 402 });
    case 'declined':
      return formPage(book, session, { typed, problems: { [fieldOf(taken.code)]: taken.sentence }, status: 402 });
  }
}

function confirmation(book: Book, session: Stripe.Checkout.Session): Reply {
  const intent = book.commit((change) => change.find('payment_intent', String(session.payment_intent)));
  return intent?.status === 'requires_action' ? authenticatePage(session) : redirect(`/dev/pay/${session.id}`);
}

function confirm(book: Book, session: Stripe.Checkout.Session, body: string): Reply {
  const agreed = new URLSearchParams(body).get('outcome') === 'complete';
  const outcome = book.commit((change) => authenticated(change, session, agreed));
  if (!outcome) return redirect(`/dev/pay/${session.id}`);
  const card = book.commit((change) => change.find('card', String(session.payment_intent)));
  const expiry = card ? `${String(card.expMonth).padStart(2, '0')} / ${String(card.expYear).slice(-2)}` : '';
  const again = { email: card?.email ?? '', name: card?.name ?? '', postal_code: card?.postalCode ?? '', expiry };
  return afterTaken(book, session, outcome, { ...nothingTyped, ...again });
}

function redirect(location: string): Reply {
  return { status: 303, body: '', headers: { location, 'cache-control': 'no-store' } };
}

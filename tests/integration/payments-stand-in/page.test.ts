import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type Stripe from 'stripe';
import { errorOf, line, sessionWish, startRig, visaCredit, withRig, type Rig } from './rig';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.stop());

const good = {
  email: 'pat@example.com', card_number: '4242 4242 4242 4242', expiry: '12 / 34', cvc: '123', name: 'Pat Payer', postal_code: '06115',
};

async function newSession(more: Partial<Stripe.Checkout.SessionCreateParams> = {}) {
  return rig.stripe.checkout.sessions.create(sessionWish(more));
}

async function get(path: string, method = 'GET') {
  const answer = await fetch(new URL(path, rig.pageOrigin), { method, redirect: 'manual' });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

async function submit(path: string, typed: Record<string, string>) {
  const body = new URLSearchParams(typed);
  const answer = await fetch(new URL(path, rig.pageOrigin), { method: 'POST', body, redirect: 'manual' });
  return { status: answer.status, to: answer.headers.get('location'), text: await answer.text() };
}

const pageOf = (id: string) => `/dev/pay/${id}`;
const pay = (id: string, more: Partial<typeof good> = {}) => submit(pageOf(id), { ...good, ...more });
const after = (id: string) => rig.stripe.checkout.sessions.retrieve(id, { expand: ['payment_intent.latest_charge'] });

describe('the page', () => {
  test('shows what is paid, in test mode, without script, inline style or anything from elsewhere', async () => {
    const { url, id } = await newSession({ line_items: [line('Review fee', 5000), line('Endorsement', 10_000, 2)] });
    const { status, headers, text } = await get(url ?? '');
    expect(status).toBe(200);
    for (const shown of ['Test mode: no real card', '$250.00', 'Review fee', '$50.00', '× 2', '$200.00', 'Pay $250.00']) {
      expect(text).toContain(shown);
    }
    expect(text).toContain('<html lang="en-US">');
    expect(text).toContain('<title>Pay $250.00');
    expect(text).toContain('href="http://127.0.0.1:3000/pay/canceled"');
    expect(text).toContain(`action="${pageOf(id)}"`);
    expect(text).not.toMatch(/<script|\sstyle=|<style|\son\w+=/i);
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; style-src 'self'; base-uri 'none'; "
      + "frame-ancestors 'none'; form-action 'self' http://127.0.0.1:3000");
    expect(headers.get('cache-control')).toBe('no-store');
  });

  test.each([
    ['email', 'email'], ['card_number', 'cc-number'], ['expiry', 'cc-exp'], ['cvc', 'cc-csc'], ['name', 'cc-name'],
    ['postal_code', 'postal-code'],
  ])('has a labelled %s field that browsers fill in as %s', async (name, autocomplete) => {
    const { text } = await get(pageOf((await newSession()).id));
    expect(text).toContain(`<label for="${name}">`);
    const input = new RegExp(`<input id="${name}"[^>]*>`).exec(text)?.[0];
    expect(input).toContain(`autocomplete="${autocomplete}"`);
    if (!['name', 'email'].includes(name)) expect(input).toContain('inputmode="numeric"');
  });

  test('has its stylesheet', async () => {
    const { status, headers } = await get('/dev/pay/assets/checkout.css');
    expect([status, headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8']);
  });

  test('shows the email it was given and asks for none', async () => {
    const { id } = await newSession({ customer_email: 'known@example.com' });
    expect((await get(pageOf(id))).text).not.toContain('name="email"');
    expect((await submit(pageOf(id), { ...good, email: 'other@example.com' })).status).toBe(303);
    expect((await after(id)).customer_details?.email).toBe('known@example.com');
  });

  test('escapes what others wrote', async () => {
    const { id } = await newSession({ line_items: [line('<b>"Fee" & \'more\'</b>', 5000)] });
    const first = await get(pageOf(id));
    expect(first.text).toContain('&lt;b&gt;&quot;Fee&quot; &amp; &#39;more&#39;&lt;/b&gt;');
    const second = await pay(id, { name: '"><img src=x>', cvc: '' });
    expect(second.text).toContain('value="&quot;&gt;&lt;img src=x&gt;"');
  });
});

describe('a card', () => {
  test.each([
    [visaCredit, 'visa', 'credit'],
    ['5555 5555 5555 4444', 'mastercard', 'credit'],
    ['2223-0031-2200-3222', 'mastercard', 'credit'],
  ])('%s (%s %s) pays and leads to the success address', async (number, brand, funding) => {
    const { id } = await newSession();
    const { status, to } = await pay(id, { card_number: number });
    expect([status, to]).toEqual([303, `http://127.0.0.1:3000/pay/return?session=${id}`]);
    expect(await after(id)).toMatchObject({
      status: 'complete',
      customer_details: { email: 'pat@example.com', name: 'Pat Payer', address: { postal_code: '06115' } },
      payment_intent: {
        status: 'requires_capture',
        latest_charge: { payment_method_details: { card: { brand, funding, exp_month: 12, exp_year: 2034 } } },
      },
    });
  });

  const blocked: [string, string, string][] = [
    ['4000056655665556', 'Visa debit', 'Debit cards are not accepted'],
    ['5200828282828210', 'Mastercard debit', 'Debit cards are not accepted'],
    ['5105105105105100', 'Mastercard prepaid', 'Prepaid cards are not accepted'],
    ['378282246310005', 'American Express', 'Your card brand is not accepted'],
    ['371449635398431', 'American Express', 'Your card brand is not accepted'],
    ['6011111111111117', 'Discover', 'Your card brand is not accepted'],
    ['6011981111111113', 'Discover debit', 'Your card brand is not accepted'],
    ['36227206271667', 'Diners', 'Your card brand is not accepted'],
    ['3056930009020004', 'Diners', 'Your card brand is not accepted'],
    ['3566002020360505', 'JCB', 'Your card brand is not accepted'],
    ['6200000000000005', 'UnionPay', 'Your card brand is not accepted'],
  ];
  test.each(blocked)('%s (%s) is refused on the page and leaves no trace', async (number, _, sentence) => {
    const { id } = await newSession();
    const { status, text } = await pay(id, { card_number: number, cvc: number.startsWith('37') ? '1234' : '123' });
    expect(status).toBe(402);
    expect(text).toContain(sentence);
    expect(text).toContain('You have not been charged.');
    expect(await after(id)).toMatchObject({ status: 'open', payment_intent: null });
  });

  test('that is blocked nowhere pays', async () => {
    const { id } = await newSession({ payment_method_options: {} });
    expect((await pay(id, { card_number: '4000056655665556' })).status).toBe(303);
    expect(await after(id)).toMatchObject({
      payment_intent: { latest_charge: { payment_method_details: { card: { funding: 'debit' } } } },
    });
  });

  const declined: [string, string, string, string][] = [
    ['4000000000000002', 'generic_decline', 'Your card was declined.', 'card_number'],
    ['4000000000009995', 'insufficient_funds', 'Your card has insufficient funds.', 'card_number'],
    ['4000000000009987', 'lost_card', 'Your card was declined.', 'card_number'],
    ['4000000000000069', 'expired_card', 'Your card has expired.', 'expiry'],
    ['4000000000000127', 'incorrect_cvc', 'security code is incorrect.', 'cvc'],
    ['4000000000000119', 'processing_error', 'An error occurred while processing', 'card_number'],
  ];
  test.each(declined)('%s is declined by the bank (%s)', async (number, decline, sentence, field) => {
    const code = field === 'card_number' && decline !== 'processing_error' ? 'card_declined' : decline;
    const { id } = await newSession();
    const { status, text } = await pay(id, { card_number: number });
    expect(status).toBe(402);
    expect(text).toContain(sentence);
    expect(text).toContain(`id="${field}-error"`);
    const failed = await after(id);
    expect(failed).toMatchObject({
      status: 'open',
      payment_intent: {
        status: 'requires_payment_method',
        amount_capturable: 0,
        last_payment_error: { code, decline_code: decline, type: 'card_error' },
        latest_charge: { status: 'failed', paid: false, failure_code: code },
      },
    });
    expect((await pay(id)).status).toBe(303);
    const paid = await after(id);
    expect(paid.payment_intent).toMatchObject({
      id: typeof failed.payment_intent === 'object' ? failed.payment_intent?.id : '',
      status: 'requires_capture',
      last_payment_error: null,
    });
    const told = await rig.stripe.events.list({ type: 'payment_intent.payment_failed', limit: 1 });
    expect(told.data[0]?.data.object).toMatchObject({ last_payment_error: { code } });
  });

  test('that is no test card is refused, and its number is nowhere', async () => {
    const { id } = await newSession();
    const { status, text } = await pay(id, { card_number: '4111 1111 1111 1111' });
    expect(status).toBe(402);
    expect(text).toContain('Do not use a real card here');
    expect(await after(id)).toMatchObject({ payment_intent: null });
  });

  test('leaves neither number nor security code in the journal or the page', async () => {
    const { id } = await newSession();
    const { text } = await pay(id, { card_number: '4000000000009995', cvc: '987' });
    expect(text).not.toMatch(/9995|987/);
    await pay(id, { cvc: '987' });
    const journal = await readFile(join(rig.folder, 'journal.jsonl'), 'utf8');
    expect(journal).not.toMatch(/4000000000009995|4242424242424242|"987"/);
  });
});

describe('what was mistyped', () => {
  test.each([
    ['card_number', '', 'Your card number is incomplete.'],
    ['card_number', '4242 4242', 'Your card number is incomplete.'],
    ['card_number', '4242 4242 4242 4241', 'Your card number is invalid.'],
    ['card_number', 'four two four two four two', 'Your card number is invalid.'],
    ['expiry', '', 'expiration date is incomplete'],
    ['expiry', '13 / 34', 'expiration date is incomplete'],
    ['expiry', '01 / 20', 'expiration date is in the past'],
    ['cvc', '', 'Enter the security code.'],
    ['cvc', '12', 'security code is incomplete'],
    ['cvc', '1234', 'security code is incomplete'],
    ['name', ' ', 'Enter the name as it is on the card.'],
    ['postal_code', '0611', 'Enter your 5-digit ZIP code.'],
    ['email', 'pat', 'Enter your email address.'],
  ])('in %s (%p) is said by the field and on top; the rest is kept', async (field, typed, sentence) => {
    const { id } = await newSession();
    const { status, text } = await pay(id, { [field]: typed });
    expect(status).toBe(400);
    expect(text).toContain('<title>Error: ');
    expect(text).toMatch(new RegExp(`<a href="#${field}">[^<]*${sentence}`));
    expect(text).toMatch(new RegExp(`<span class="error" id="${field}-error">[^<]*${sentence}`));
    expect(new RegExp(`<input id="${field}"[^>]*>`).exec(text)?.[0]).toContain('aria-invalid="true"');
    for (const name of ['name', 'postal_code', 'email', 'expiry'] as const) {
      if (name !== field) expect(text).toContain(`value="${good[name]}"`);
    }
    expect(await after(id)).toMatchObject({ status: 'open', payment_intent: null });
  });

  test.each(['12/34', '1234', '12/2034', '12-34', ' 12 / 34 '])('an expiry of %p is understood', async (expiry) => {
    const { id } = await newSession();
    expect((await pay(id, { expiry })).status).toBe(303);
  });
});

describe('a bank that asks the payer', () => {
  async function atTheBank(number = '4000002500003155') {
    const { id } = await newSession();
    expect(await pay(id, { card_number: number })).toMatchObject({ status: 303, to: `${pageOf(id)}/authenticate` });
    expect(await after(id)).toMatchObject({
      payment_intent: { status: 'requires_action', next_action: { type: 'redirect_to_url' }, latest_charge: null },
    });
    expect((await get(`${pageOf(id)}/authenticate`)).text).toContain('Confirm payment');
    return id;
  }

  test.each(['4000002500003155', '4000000000003220'])('%s is held once the payer agrees', async (number) => {
    const id = await atTheBank(number);
    const { status, to } = await submit(`${pageOf(id)}/authenticate`, { outcome: 'complete' });
    expect([status, to]).toEqual([303, `http://127.0.0.1:3000/pay/return?session=${id}`]);
    expect(await after(id)).toMatchObject({ status: 'complete', payment_intent: { status: 'requires_capture' } });
  });

  test('lets the payer refuse and use another card', async () => {
    const id = await atTheBank();
    const { status, text } = await submit(`${pageOf(id)}/authenticate`, { outcome: 'fail' });
    expect(status).toBe(402);
    expect(text).toContain('We are unable to authenticate your payment method');
    expect(await after(id)).toMatchObject({
      payment_intent: { last_payment_error: { code: 'payment_intent_authentication_failure' } },
    });
    expect((await pay(id)).status).toBe(303);
  });

  test('may decline all the same', async () => {
    const id = await atTheBank('4000008400001629');
    expect((await submit(`${pageOf(id)}/authenticate`, { outcome: 'complete' })).text).toContain('Your card was declined.');
    expect(await after(id)).toMatchObject({ status: 'open', payment_intent: { latest_charge: { status: 'failed' } } });
  });

  test('cannot be gone to without a card', async () => {
    const { id } = await newSession();
    expect((await get(`${pageOf(id)}/authenticate`)).headers.get('location')).toBe(pageOf(id));
    expect((await submit(`${pageOf(id)}/authenticate`, { outcome: 'complete' })).to).toBe(pageOf(id));
    expect((await after(id)).payment_intent).toBeNull();
  });
});

describe('people who hurry or come back', () => {
  test('pressing Pay ten times at once pays once, and all go on', async () => {
    const { id } = await newSession();
    const answers = await Promise.all(Array.from({ length: 10 }, () => pay(id)));
    expect(new Set(answers.map(({ status, to }) => `${status} ${to}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(303);
    const { payment_intent: intent } = await rig.stripe.checkout.sessions.retrieve(id);
    expect((await rig.stripe.charges.list({ payment_intent: String(intent) })).data).toHaveLength(1);
  });

  test('the back button after paying says that it is done', async () => {
    const { id } = await newSession();
    await pay(id);
    const { status, text } = await get(pageOf(id));
    expect(status).toBe(200);
    expect(text).toContain('This payment has already been made');
    expect(text).toContain(`href="http://127.0.0.1:3000/pay/return?session=${id}"`);
    expect(text).not.toContain('<form');
  });

  test('an expired page says so, takes no card and leads back', async () => {
    const { id } = await newSession();
    await rig.control('POST', `sessions/${id}/expire`);
    for (const { status, text } of [await get(pageOf(id)), await pay(id)]) {
      expect(status).toBe(410);
      expect(text).toContain('This payment page has expired');
      expect(text).toContain('href="http://127.0.0.1:3000/pay/canceled"');
    }
    expect((await after(id)).payment_intent).toBeNull();
  });

  test('time runs out on the page too', () => withRig(async (one) => {
    const { url } = await one.stripe.checkout.sessions.create(sessionWish());
    await one.control('POST', 'clock', { advance_seconds: 86_400 });
    const answer = await fetch(url ?? '', { method: 'POST', body: new URLSearchParams(good), redirect: 'manual' });
    expect(answer.status).toBe(410);
  }));

  test.each([
    ['/dev/pay/cs_test_nobody', 'GET', 404],
    ['/dev/pay/', 'GET', 404],
    ['/dev/pay/../../etc/passwd', 'GET', 404],
    ['/dev/pay/assets/other.css', 'GET', 404],
    ['/dev/pay/cs_test_nobody', 'POST', 404],
    ['/dev/pay/cs_test_nobody', 'DELETE', 405],
  ])('%s by %s answers %i', async (path, method, status) => {
    expect((await get(path, method)).status).toBe(status);
  });
});

test('the control pays as the page does', async () => {
  const { id } = await newSession();
  expect(await rig.control('POST', `sessions/${id}/pay`, { number: '378282246310005' })).toMatchObject({ kind: 'refused' });
  const fails = { number: '4000002500003155', authenticate: 'fail' };
  expect(await rig.control('POST', `sessions/${id}/pay`, fails)).toMatchObject({ kind: 'declined' });
  const paid = await rig.control('POST', `sessions/${id}/pay`, { number: '4000002500003155' });
  expect(paid).toMatchObject({ kind: 'paid', successUrl: `http://127.0.0.1:3000/pay/return?session=${id}` });
  await expect(rig.control('POST', `sessions/${id}/pay`, { number: visaCredit })).rejects.toThrow('complete');
  expect((await errorOf(rig.stripe.checkout.sessions.expire(id))).statusCode).toBe(400);
});

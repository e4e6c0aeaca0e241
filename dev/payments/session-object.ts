import type Stripe from 'stripe';
import { newId } from './ids';
import type { CreateSession } from './session-params';

type Facts = {
  readonly at: number;
  readonly total: number;
  readonly expiresAt: number;
  readonly pageOrigin: string;
};

/** A new, open session. Its payment intent comes into being when a card is first tried, as Stripe's do since 2022-08-01. */
export function sessionFrom(wanted: CreateSession, { at, total, expiresAt, pageOrigin }: Facts): Stripe.Checkout.Session {
  const id = newId('cs_test', 58);
  return {
    ...unusedParts,
    ...asWished(wanted),
    ...forThePayer(wanted),
    id,
    object: 'checkout.session',
    amount_subtotal: total,
    amount_total: total,
    created: at,
    currency: 'usd',
    expires_at: expiresAt,
    livemode: false,
    mode: 'payment',
    payment_intent: null,
    payment_method_types: ['card'],
    payment_status: 'unpaid',
    status: 'open',
    total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    ui_mode: 'hosted_page',
    url: `${pageOrigin}/dev/pay/${id}`,
  };
}

function asWished(wanted: CreateSession) {
  return {
    adaptive_pricing: { enabled: false },
    allowed_payment_method_types: wanted.allowed_payment_method_types ?? null,
    automatic_tax: { enabled: false, liability: null, provider: null, status: null },
    cancel_url: wanted.cancel_url ?? null,
    client_reference_id: wanted.client_reference_id ?? null,
    metadata: wanted.metadata ?? {},
    payment_method_options: { card: cardOptions(wanted) },
    success_url: wanted.success_url,
    wallet_options: wanted.wallet_options ? { link: { display: wanted.wallet_options.link?.display ?? 'auto' } } : null,
  } satisfies Partial<Stripe.Checkout.Session>;
}

function forThePayer(wanted: CreateSession) {
  return {
    billing_address_collection: wanted.billing_address_collection ?? null,
    custom_text: { ...noCustomText, submit: wanted.custom_text?.submit ?? null },
    customer_creation: wanted.customer_creation ?? 'if_required',
    customer_details: wanted.customer_email ? customerDetails({ email: wanted.customer_email }) : null,
    customer_email: wanted.customer_email ?? null,
    locale: wanted.locale ?? null,
    submit_type: wanted.submit_type ?? null,
  } satisfies Partial<Stripe.Checkout.Session>;
}

function cardOptions(wanted: CreateSession): Stripe.Checkout.Session.PaymentMethodOptions.Card {
  const restrictions = wanted.payment_method_options?.card?.restrictions;
  return {
    request_three_d_secure: 'automatic',
    ...(restrictions && {
      restrictions: {
        ...(restrictions.brands_blocked && { brands_blocked: restrictions.brands_blocked }),
        ...(restrictions.funding_types_blocked && { funding_types_blocked: restrictions.funding_types_blocked }),
      },
    }),
  };
}

type Payer = { readonly email: string; readonly name?: string; readonly postalCode?: string };

export function customerDetails({ email, name, postalCode }: Payer): Stripe.Checkout.Session.CustomerDetails {
  const nowhere = { city: null, country: 'US', line1: null, line2: null, state: null };
  return {
    address: postalCode ? { ...nowhere, postal_code: postalCode } : null,
    business_name: null,
    email,
    individual_name: null,
    name: name ?? null,
    phone: null,
    tax_exempt: 'none',
    tax_ids: [],
  };
}

const noCustomText = { after_submit: null, shipping_address: null, terms_of_service_acceptance: null };

/** What Checkout can do and this stand-in's sessions never use. */
const unusedParts = {
  after_expiration: null,
  allow_promotion_codes: null,
  client_secret: null,
  collected_information: null,
  consent: null,
  consent_collection: null,
  currency_conversion: null,
  custom_fields: [],
  customer: null,
  customer_account: null,
  discounts: [],
  integration_identifier: null,
  invoice: null,
  invoice_creation: null,
  managed_payments: null,
  origin_context: null,
  payment_link: null,
  payment_method_collection: 'if_required',
  payment_method_configuration_details: null,
  permissions: null,
  phone_number_collection: { enabled: false },
  recovered_from: null,
  saved_payment_method_options: null,
  setup_intent: null,
  shipping_address_collection: null,
  shipping_cost: null,
  shipping_options: [],
  subscription: null,
} satisfies Partial<Stripe.Checkout.Session>;

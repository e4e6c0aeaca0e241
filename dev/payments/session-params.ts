import { z } from 'zod';
import { emailAddress, flag, integer, list, metadata, parameters, text, webAddress } from './params';

const currency = text().transform((value) => value.toLowerCase()).pipe(z.literal('usd'));
const wholeAmount = integer.refine((amount) => amount >= 0, { message: 'Invalid integer: must not be negative' });

const lineItem = z.strictObject({
  price_data: z.strictObject({
    currency,
    unit_amount: wholeAmount,
    product_data: z.strictObject({
      name: text(250),
      description: text(1000).optional(),
      metadata: metadata.optional(),
    }),
  }),
  quantity: integer.refine((quantity) => quantity >= 1, { message: 'Invalid integer: must be at least 1' }),
  metadata: metadata.optional(),
});

const cardOptions = z.strictObject({
  restrictions: z.strictObject({
    brands_blocked: list(z.enum(['american_express', 'discover_global_network', 'mastercard', 'visa'])).optional(),
    funding_types_blocked: list(z.enum(['credit', 'debit', 'prepaid'])).optional(),
  }).optional(),
});

const paymentIntentData = z.strictObject({
  capture_method: z.enum(['automatic', 'automatic_async', 'manual']).optional(),
  description: text(1000).optional(),
  metadata: metadata.optional(),
  receipt_email: emailAddress.optional(),
  statement_descriptor: text(22).optional(),
  statement_descriptor_suffix: text(22).optional(),
});

const off = z.strictObject({ enabled: flag.pipe(z.literal(false)).optional() }).optional();

/**
 * What of Stripe's parameters this stand-in takes: one-off payments in US dollars by card on the hosted page.
 * Everything else is refused as unknown, so that nothing is silently ignored here and acted upon there.
 */
export const createSessionParameters = parameters({
  mode: z.enum(['payment']),
  line_items: list(lineItem).refine((items) => items.length >= 1 && items.length <= 100, {
    message: 'You must pass between 1 and 100 line items',
  }),
  success_url: webAddress,
  cancel_url: webAddress.optional(),
  allowed_payment_method_types: list(text()).optional(),
  wallet_options: z.strictObject({
    link: z.strictObject({ display: z.enum(['auto', 'never']).optional() }).optional(),
  }).optional(),
  payment_method_options: z.strictObject({ card: cardOptions.optional() }).optional(),
  payment_intent_data: paymentIntentData.optional(),
  client_reference_id: text(200).optional(),
  customer_email: emailAddress.optional(),
  metadata: metadata.optional(),
  expires_at: integer.optional(),
  currency: currency.optional(),
  locale: z.enum(['auto', 'en']).optional(),
  submit_type: z.enum(['auto', 'pay']).optional(),
  customer_creation: z.enum(['if_required']).optional(),
  billing_address_collection: z.enum(['auto']).optional(),
  ui_mode: z.enum(['hosted_page']).optional(),
  adaptive_pricing: off,
  automatic_tax: off,
  custom_text: z.strictObject({ submit: z.strictObject({ message: text(1200) }).optional() }).optional(),
});

export type CreateSession = z.output<typeof createSessionParameters>;
export type LineItemWanted = CreateSession['line_items'][number];
export type IntentWanted = z.output<typeof paymentIntentData>;

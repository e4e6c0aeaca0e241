import Stripe from 'stripe';
import { newId } from './ids';
import type { LineItemWanted } from './session-params';

export function lineItemFrom(wanted: LineItemWanted, at: number): Stripe.LineItem {
  const { price_data: price, quantity } = wanted;
  const total = price.unit_amount * quantity;
  return {
    id: newId('li'),
    object: 'item',
    adjustable_quantity: null,
    amount_discount: 0,
    amount_subtotal: total,
    amount_tax: 0,
    amount_total: total,
    currency: 'usd',
    description: price.product_data.name,
    metadata: wanted.metadata ?? {},
    price: priceFrom(price, at),
    quantity,
  };
}

// Inline prices are not for sale again, so Stripe answers them inactive.
function priceFrom(price: LineItemWanted['price_data'], at: number): Stripe.Price {
  return {
    id: newId('price'),
    object: 'price',
    active: false,
    billing_scheme: 'per_unit',
    created: at,
    currency: 'usd',
    custom_unit_amount: null,
    livemode: false,
    lookup_key: null,
    metadata: {},
    nickname: null,
    product: newId('prod', 14),
    recurring: null,
    tax_behavior: 'unspecified',
    tiers_mode: null,
    transform_quantity: null,
    type: 'one_time',
    unit_amount: price.unit_amount,
    unit_amount_decimal: Stripe.Decimal.from(price.unit_amount),
  };
}

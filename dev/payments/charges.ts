import { idOf, type ApiCall } from './call';
import { missing } from './errors';
import { createdParameter, pageOf, pageParameters, wasCreated } from './listing';
import { parameters, readParameters, text } from './params';

export function retrieveCharge(call: ApiCall): object {
  readParameters(parameters({}), call.form);
  const charge = call.change.find('charge', idOf(call));
  if (!charge) throw missing('charge', idOf(call));
  return charge;
}

const listChargesParameters = parameters({
  ...pageParameters,
  created: createdParameter,
  payment_intent: text().optional(),
});

export function listCharges({ change, form }: ApiCall): object {
  const wanted = readParameters(listChargesParameters, form);
  const charges = change.all('charge').filter((charge) =>
    wasCreated(charge, wanted.created)
    && (wanted.payment_intent ?? charge.payment_intent) === charge.payment_intent);
  return pageOf(charges, wanted, '/v1/charges');
}

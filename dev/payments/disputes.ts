import { idOf, type ApiCall } from './call';
import { missing } from './errors';
import { createdParameter, pageOf, pageParameters, wasCreated } from './listing';
import { parameters, readParameters, text } from './params';

export function retrieveDispute(call: ApiCall): object {
  readParameters(parameters({}), call.form);
  const dispute = call.change.find('dispute', idOf(call));
  if (!dispute) throw missing('dispute', idOf(call));
  return dispute;
}

const listDisputesParameters = parameters({
  ...pageParameters,
  created: createdParameter,
  charge: text().optional(),
  payment_intent: text().optional(),
});

export function listDisputes({ change, form }: ApiCall): object {
  const wanted = readParameters(listDisputesParameters, form);
  const disputes = change.all('dispute').filter((dispute) =>
    wasCreated(dispute, wanted.created)
    && (wanted.charge ?? dispute.charge) === dispute.charge
    && (wanted.payment_intent ?? dispute.payment_intent) === dispute.payment_intent);
  return pageOf(disputes, wanted, '/v1/disputes');
}

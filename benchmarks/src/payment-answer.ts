const beforeAmount = '{"id":"pi_3PBenchmark00000000000000","object":"payment_intent","amount":';
const beforeCurrency =
  ',"amount_capturable":0,"amount_details":{"tip":{}},"amount_received":5000,"application":null,' +
  '"application_fee_amount":null,"automatic_payment_methods":null,"canceled_at":null,"cancellation_reason":null,' +
  '"capture_method":"automatic_async","client_secret":"pi_3PBenchmark00000000000000_secret_bench","confirmation_method":"automatic",' +
  '"created":1760000000,"currency":"';
const beforeReference =
  '","customer":null,"description":null,"last_payment_error":null,"latest_charge":"ch_3PBenchmark00000000000000",' +
  '"livemode":false,"metadata":{"reference":"';
const end =
  '"},"next_action":null,"on_behalf_of":null,"payment_method":"pm_1PBenchmark00000000000000",' +
  '"payment_method_options":{"card":{"installments":null,"mandate_options":null,"network":null,"request_three_d_secure":"automatic"}},' +
  '"payment_method_types":["card"],"processing":null,"receipt_email":null,"review":null,"setup_future_usage":null,' +
  '"shipping":null,"statement_descriptor":null,"statement_descriptor_suffix":null,"status":"succeeded","transfer_data":null,' +
  '"transfer_group":null}';

/** A payment intent of about 1.1 KB that names the amount, the currency and the reference of a form body. */
export function answerOf(form: string): string {
  const amount = fieldOf(form, 'amount=');
  const reference = fieldOf(form, 'reference%5D=') || fieldOf(form, 'reference]=');
  return beforeAmount + amount + beforeCurrency + fieldOf(form, 'currency=') + beforeReference + reference + end;
}

function fieldOf(form: string, name: string): string {
  const at = form.indexOf(name);
  if (at === -1) return '';
  const begin = at + name.length;
  const next = form.indexOf('&', begin);
  return form.slice(begin, next === -1 ? form.length : next);
}

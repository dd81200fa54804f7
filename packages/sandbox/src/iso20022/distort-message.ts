import { isValueDistortion, otherValue } from '../http/distort-json.ts';
import type { Distortion, ValueDistortion } from '../http/wire.ts';
import type { NetworkCodec } from './codec/network-codec.ts';

const SIGNATURE = /<ds:Signature .*<\/ds:Signature>/s;
const HOUR_MS = 3_600_000;

/** Makes a message lie in the network's own name, or takes away what makes it believable. */
export function distortMessage(xml: string, distortion: Distortion, { sign }: NetworkCodec): string {
  const unsigned = xml.replace(SIGNATURE, '');
  if (isValueDistortion(distortion)) return sign(rewritten(unsigned, distortion));
  switch (distortion) {
    case 'tampered':
      return tampered(xml);
    case 'unsigned':
      return unsigned;
    case 'wrong_key':
      return sign(unsigned, 'stranger');
    case 'stale':
      return sign(unsigned.replace(/(<CreDt>)([^<]*)/g, (_, tag: string, time: string) => tag + hourBefore(time)));
    default:
      return xml;
  }
}

function rewritten(xml: string, distortion: ValueDistortion): string {
  const change = (text: string): string => String(otherValue(distortion, text));
  switch (distortion) {
    case 'other_amount':
      return xml.replace(/(<\w*Amt Ccy="[A-Z]{3}">)([^<]*)/g, (_, tag: string, amount: string) => tag + change(amount));
    case 'other_currency':
      return xml.replace(/(<\w*Amt Ccy=")([A-Z]{3})/g, (_, tag: string, currency: string) => tag + change(currency));
    case 'other_reference':
      return xml
        .replace(/(<(?:Orgnl)?UETR>)[^<]*/g, '$100000000-0000-4000-8000-000000000000')
        .replace(/(<Orgnl(?:Msg|Instr|EndToEnd|Tx)Id>)[^<]*/g, '$1of-another-payment');
    case 'unknown_status':
      return xml.replace(/(<(?:TxSts|Conf)>)[^<]*/g, '$1QNTM');
  }
}

/** The worst that can be made of a message without its key: another status, else another amount, else another id. */
function tampered(xml: string): string {
  if (xml.includes('<TxSts>')) {
    return xml.replace(
      /(<TxSts>)([^<]*)/,
      (_, tag: string, status: string) => tag + (status === 'RJCT' ? 'ACSC' : 'RJCT'),
    );
  }
  if (/<\w*Amt Ccy/.test(xml)) return rewritten(xml, 'other_amount');
  return xml.replace(/(<BizMsgIdr>)[^<]*/, '$1of-another-message');
}

function hourBefore(time: string): string {
  return new Date(Date.parse(time) - HOUR_MS).toISOString();
}

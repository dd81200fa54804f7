import { type DeclineAdvice, type DeclineReason, declineReasons, type RejectReason } from '@polyrail/core/provider';

/** What a reason code says. */
export type ReasonMeaning =
  /** The payment was refused. Default advice: that of the reason. */
  | { readonly kind: 'decline'; readonly reason: DeclineReason; readonly advice?: DeclineAdvice }
  /** The message was refused before anybody judged the payment. */
  | { readonly kind: 'refusal'; readonly reason: RejectReason }
  /** Time ran out, and the payment was not executed: `recovery.onTimeoutReject` says what comes next. */
  | { readonly kind: 'timeout' }
  /** The network has seen it before: what became of the first one is not said here. */
  | { readonly kind: 'duplicate' }
  /** The network does not know the payment that was asked about. */
  | { readonly kind: 'not_found' }
  /** It explains a status and refuses nothing. */
  | { readonly kind: 'information' };

/** Every decline reason of core, with the codes beside the one that core keeps itself. */
const declineCodes: readonly (readonly [reason: DeclineReason, codes: string])[] = [
  ['account_closed', 'AC05 AC07'],
  ['account_blocked', 'NOCM TKSP'],
  ['amount_not_allowed', 'AM01 AM03 AM06 AM09 AM11 AM15 AM22 CH20 CURR'],
  ['authentication_required', 'EOL1 INAR'],
  // DT05 and TM01: after the cut-off of a network with business hours. Instant networks use TM01 when their clock has run out.
  ['do_not_honour', 'AG07 CUST DC02 DS02 DS04 DT05 MD06 MS02 NARR NOAS RECI RQNR RUTA SNRD TM01 UPAY'],
  ['duplicate', ''],
  ['expired_instrument', 'TKSG'],
  ['insufficient_funds', ''],
  [
    'invalid_account',
    'AC02 AC03 AC08 AC09 AC10 AC11 AC12 AC13 AC14 AC15 AC16 AGNT BE01 BE06 BE15 BE16 BE17 BE23 CH11 CH12 CNOR DNOR ' +
      'RC01 RC02 RC03 RC04 RC05 RC06 RC07 RC08 RC09 RC10 RC11 RC13 SPII TK01 TK02 TK03 TK09 TKCM UCRD',
  ],
  ['issuer_unavailable', 'AB08 AG10 AG11 ED06 NRCH'],
  ['limit_exceeded', 'AM02 AM13 AM21 AM23 DS0K SL13 SL14 SL15 SL16 TKVE'],
  ['lost_or_stolen', ''],
  [
    'not_permitted',
    'AG03 AG12 AG13 AM07 ATNS BE05 CN01 CNNS ED01 ERIN IPNS MD01 MD05 MD07 NOAR NOPG OSNS PINS RC16 RR04 RTNS ' +
      'SL01 SL02 SL03 SL11 SL12 SL17 SL18',
  ],
  ['suspected_fraud', ''],
  ['system_error', 'AB02 AB04 AB09 DS18 ED05 FF10 FF11 TA01'],
];

const refusalCodes: readonly (readonly [reason: RejectReason, codes: string])[] = [
  [
    'invalid_command',
    'AB12 AB13 AB15 AB21 AEXR AG02 AG04 AG05 AG06 AM10 AM16 AM17 AM18 AM19 AM20 AMSE BDAY BE04 BE07 BE08 BE09 BE10 ' +
      'BE11 BE12 BE13 BE14 BE18 BE19 BE20 BE21 BE22 CERI CH03 CH04 CH07 CH09 CH10 CH13 CH14 CH15 CH16 CH17 CH21 CH22 ' +
      'CHCO CHRG DS28 DT01 DT02 DT03 DT04 ED03 EDNA EDTL EDTR FF01 FF02 FF03 FF04 FF05 FF06 FF07 FF08 FF09 IEDT INDT ' +
      'ISWS MD02 MINF NERI NOFR RC12 RC15 RF01 RR01 RR02 RR03 RR05 RR06 RR07 RR09 RR10 RR11 RR12 SBRN TD01 TD02 TD03',
  ],
  ['payment_state', 'ALAC APAR ARFR ARJR FF12 RCON'],
  [
    'provider_unauthorized',
    'DS03 DS08 DS09 DS0A DS0B DS0C DS0D DS0E DS0F DS0G DS0H DS10 DS11 DS12 DS13 DS14 DS16 DS17 DS19 DS20 DS21 DS22 ' +
      'DS23 DS24 DS25 DS26 DS27 ID01',
  ],
];

const timeoutCodes = 'AB01 AB03 AB05 AB06 AB11';
const duplicateCodes = 'AM05 DS15 DU01 DU02 DU03 DU04 DU05 DUPL';
const notFoundCodes = 'AB26 AG09 FF13 IRNR NOOR';
const informationCodes =
  'CH19 CHQC DS01 DS05 DS06 DS07 DT06 FOCR G000 G001 G002 G003 G004 G005 G006 REPR RR08 S000 S001 S002 S003 S004 TS01 TS04';

/**
 * The external status reason codes of ISO 20022 and what they say. Codes that are not here are not known.
 *
 * @see {@link https://www.iso20022.org/catalogue-messages/additional-content-messages/external-code-sets ExternalStatusReason1Code}
 */
export const reasonMeanings: ReadonlyMap<string, ReasonMeaning> = new Map([
  ...declineCodes.flatMap(([reason, codes]) =>
    withMeaning(`${declineReasons[reason].iso20022} ${codes}`, { kind: 'decline', reason }),
  ),
  ...refusalCodes.flatMap(([reason, codes]) => withMeaning(codes, { kind: 'refusal', reason })),
  ...withMeaning(timeoutCodes, { kind: 'timeout' }),
  ...withMeaning(duplicateCodes, { kind: 'duplicate' }),
  ...withMeaning(notFoundCodes, { kind: 'not_found' }),
  ...withMeaning(informationCodes, { kind: 'information' }),
]);

function withMeaning(codes: string, meaning: ReasonMeaning): readonly (readonly [string, ReasonMeaning])[] {
  return codes
    .trim()
    .split(' ')
    .map((code) => [code, meaning]);
}

import { message } from '../../../src/codec/message.ts';
import { businessHeader } from '../../../src/flow/business-header.ts';
import { isSigned } from '../../../src/flow/business-message.ts';
import type { OriginalReferences } from '../../../src/flow/correlate.ts';
import { wrap } from '../../../src/flow/envelope.ts';
import type { NetworkLink } from '../../../src/flow/network-link.ts';
import type { EnvelopeKind } from '../../../src/profile/network-profile.ts';
import { startedAtMs } from './links.ts';

/** A report of the network in its envelope, with an empty place for the signature where it signs. */
export function reportOf(
  link: NetworkLink,
  original: OriginalReferences,
  { status, reason }: { readonly status: string; readonly reason?: string },
): string {
  const { profile, us, network } = link;
  const isCustomer = profile.messages.status === 'pain.002.001.10';
  const StsRsnInf = reason === undefined ? undefined : [{ Rsn: { Cd: reason } }];
  const GrpHdr = { MsgId: 'REPORT-1', CreDtTm: '2026-11-23T13:15:01' };
  const OrgnlMsgNmId = original.messageName ?? '';
  const group = original.messageId === undefined ? undefined : { OrgnlMsgId: original.messageId, OrgnlMsgNmId };
  const named = { OrgnlInstrId: original.instructionId, OrgnlUETR: original.uetr, TxSts: status, StsRsnInf };
  const id = isCustomer ? 'pain.002.001.10' : 'pacs.002.001.10';
  const writing = isCustomer
    ? message('pain.002.001.10').write({
        CstmrPmtStsRpt: {
          GrpHdr,
          OrgnlGrpInfAndSts: { OrgnlMsgId: '', ...group, OrgnlMsgNmId, GrpSts: status, StsRsnInf },
        },
      })
    : message('pacs.002.001.10').write({
        FIToFIPmtStsRpt: { GrpHdr, ...(group && { OrgnlGrpInfAndSts: [group] }), TxInfAndSts: [named] },
      });
  if (writing.kind === 'refused') throw new Error(JSON.stringify(writing.issues));
  const header =
    profile.header &&
    message(profile.header.message).write(
      businessHeader({ ...link, us: network, network: us }, profile.header, {
        businessMessageId: 'REPORT-1',
        messageName: id,
        createdAtMs: startedAtMs,
      }),
    );
  if (header?.kind === 'refused') throw new Error(JSON.stringify(header.issues));
  const appHdr = isSigned(profile) ? header?.xml.replace('</AppHdr>', '<Sgntr></Sgntr></AppHdr>') : header?.xml;
  return wrap(sent(profile.envelope), { header: appHdr, document: writing.xml }, id);
}

/** What the network sends may have another root. */
export function sent(envelope: EnvelopeKind): EnvelopeKind {
  return envelope.kind === 'network' ? { ...envelope, ...envelope.received } : envelope;
}

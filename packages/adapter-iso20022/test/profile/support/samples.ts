/** An agent of a clearing system in the United States. */
export function usAgent(member: string): object {
  return { FinInstnId: { ClrSysMmbId: { ClrSysId: { Cd: 'USABA' }, MmbId: member } } };
}

/** A participant as headers name it in the United States. */
export function usParty(member: string): object {
  return { FIId: { FinInstnId: { ClrSysMmbId: { MmbId: member } } } };
}

export function bicAgent(bic: string): object {
  return { FinInstnId: { BICFI: bic } };
}

export function bicParty(bic: string): object {
  return { FIId: bicAgent(bic) };
}

export function usAccount(id: string): object {
  return { Id: { Othr: { Id: id } } };
}

export const uetr = '8a562c67-ca16-48ba-b074-65581be6f001';
export const created = '2026-11-23T09:15:00-05:00';

export function groupHeader(messageId: string): object {
  return { MsgId: messageId, CreDtTm: created };
}

export const original = { OrgnlMsgId: '20261123021040078A1', OrgnlMsgNmId: 'pacs.008.001.08', OrgnlCreDtTm: created };

const identifier = /^[!-\-/-~]{1,256}$/;

/** 1 to 256 printable ASCII characters without space and full stop: a full stop ends the id in the text that is signed. */
export function isMessageId(text: string): boolean {
  return identifier.test(text);
}

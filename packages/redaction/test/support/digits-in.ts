/** All digits of a text, however they are written, as one number. */
export function digitsIn(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/%2[0BD]/gi, '')
    .replaceAll(/\D/g, '');
}

/** What a detached JWS signs: RFC 7515, 5.1 with the body in base64url, or RFC 7797, 3 with the body as it is. */
export function jwsSigningInput(protectedHeader: string, body: Uint8Array, base64: boolean): Uint8Array {
  const payload = base64 ? Buffer.from(Buffer.from(body).toString('base64url')) : body;
  return Buffer.concat([Buffer.from(`${protectedHeader}.`), payload]);
}

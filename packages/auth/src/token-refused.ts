import { CredentialsError } from '@polyrail/http';

/** The authorization server knows the request and refuses it, so that the same one again would be refused too. */
export class TokenRefused extends CredentialsError {}

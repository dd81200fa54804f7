/** Why an authenticator cannot sign now. Its message is shown in the fault of the attempt, so it holds no secret. */
export class CredentialsError extends Error {
  override readonly name: string = 'CredentialsError';
}

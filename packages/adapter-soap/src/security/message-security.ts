/** What is put into the Security header of requests, and what is demanded of answers. */
export interface MessageSecurity {
  readonly signature?: never;
}

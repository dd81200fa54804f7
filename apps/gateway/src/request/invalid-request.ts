import type { Issue } from '@polyrail/core';

/** A request that cannot be read. Fastify's parsers and validators can only say so by throwing. */
export class InvalidRequest extends Error {
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    super(issues.map(({ message }) => message).join('; '));
    this.name = 'InvalidRequest';
    this.issues = issues;
  }
}

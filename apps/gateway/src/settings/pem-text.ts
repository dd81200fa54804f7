import { Secret } from '@polyrail/core';
import { z } from 'zod';

/** A PEM in a variable, where it is set. */
export const pemText = z
  .string()
  .transform((text) => new Secret(text))
  .optional();

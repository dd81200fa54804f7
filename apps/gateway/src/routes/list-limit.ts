import { z } from 'zod';

/** How many items a list for operators may have. Default: 100. */
export const listLimit: z.ZodType<number> = z
  .string()
  .regex(/^([1-9]\d{0,2}|1000)$/, 'must be a whole number from 1 to 1000')
  .transform(Number)
  .default(100);

import type { z } from 'zod';
import { invalidInput } from './invalidInput';

/** An input as its schema reads it. Throws AppError 'invalid' with the first thing that is wrong. */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  input: z.input<Schema>,
): z.output<Schema> {
  const parsed = schema.safeParse(input);
  if (!parsed.success) throw invalidInput(parsed.error, input);
  return parsed.data;
}

import { type z } from 'zod';
import { AppError } from './errors';

/** An input as its schema reads it. Throws AppError 'invalid' with the first thing that is wrong. */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  input: z.input<Schema>,
): z.output<Schema> {
  const parsed = schema.safeParse(input);
  if (!parsed.success) throw new AppError('invalid', complaintOf(parsed.error), { cause: parsed.error });
  return parsed.data;
}

/** What to tell a person about the first thing that a schema refuses. */
export function complaintOf({ issues: [{ path, message }] }: z.ZodError): string {
  return message.startsWith('invalid ') ? message : `invalid ${path.join('.') || 'input'}: ${message}`;
}

import { z } from 'zod';
import { featureCount } from './poolLayout';

const pair = z.object({ valence: z.number().nonnegative(), arousal: z.number().nonnegative() });

const schema = z.object({
  version: z.string().min(1),
  features: z.object({ kind: z.literal('pooled-log-mel'), count: z.literal(featureCount) }),
  embeddingSize: z.number().int().positive(),
  windowHalfSeconds: z.number().int().positive(),
  movement: z.object({ factor: pair, deviation: pair }),
});

/** What the code needs to know of a model beside its graph; the rest of the JSON is for people. */
export type ModelDefinition = z.infer<typeof schema>;

/** Checks a model's parsed JSON. @throws RangeError naming the first field that does not fit. */
export function parseModelDefinition(raw: unknown): ModelDefinition {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new RangeError(`invalid model definition: ${issue.path.join('.') || 'the whole'} (${issue.message})`);
}

import { z } from 'zod';
import { featureSize } from './featureRows';

const pair = z.object({ valence: z.number().nonnegative(), arousal: z.number().nonnegative() });

/** A linear map from a window's mean embedding and harmony to valence and arousal. */
const movementWindow = z.object({
  kind: z.enum(['centred', 'causal']),
  halfSeconds: z.number().int().positive(),
  valence: z.array(z.number()).length(featureSize),
  arousal: z.array(z.number()).length(featureSize),
});

const schema = z.object({
  version: z.string().min(1),
  /** The embedding network's graph, beside this file. */
  network: z.string().regex(/^[a-z0-9.-]+\.onnx$/),
  movement: z.object({
    windows: z.array(movementWindow).min(1),
    /** Brings the predicted movement up to one listener's. */
    factor: pair,
    /** Standard deviation of the movement's error before the factor. */
    deviation: pair,
  }),
});

/** What the code needs to know of a model beside its graphs; the rest of the JSON is for people. */
export type ModelDefinition = z.infer<typeof schema>;

/** Means of embedding and harmony over a window around, or up to, each half second, and what they say of its emotion. */
export type MovementWindow = z.infer<typeof movementWindow>;

/** Checks a model's parsed JSON. @throws RangeError naming the first field that does not fit. */
export function parseModelDefinition(raw: unknown): ModelDefinition {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new RangeError(`invalid model definition: ${issue.path.join('.') || 'the whole'} (${issue.message})`);
}

import { z } from 'zod';
import type { Job, JobDefinition, JobEnd, JobKind, JobTools } from '../jobKind';

const payload = z.strictObject({ upTo: z.int().positive() });
export type SumPayload = z.infer<typeof payload>;

/** The sum of the whole numbers up to one. */
export const sumJob: JobDefinition<SumPayload> = { name: 'sum', payload };

/** A kind of job of the tests' own. `before` is a test's hand in the work: what it ends with, the job ends with. */
export function sumKind(
  before: (job: Job<SumPayload>, tools: JobTools) => Promise<JobEnd | undefined> = () =>
    Promise.resolve(undefined),
): JobKind<SumPayload> {
  return {
    ...sumJob,
    run: async (job, tools) => (await before(job, tools)) ?? sum(job.payload),
  };
}

function sum({ upTo }: SumPayload): JobEnd {
  return { kind: 'done', write: () => Promise.resolve({ result: { sum: (upTo * (upTo + 1)) / 2 } }) };
}

/** Waits, half done, until the work is stopped. */
export async function untilStopped(_: unknown, { signal, onProgress }: JobTools): Promise<JobEnd> {
  onProgress(0.5, null);
  await new Promise((resolve) => signal.addEventListener('abort', resolve));
  return { kind: 'stopped' };
}

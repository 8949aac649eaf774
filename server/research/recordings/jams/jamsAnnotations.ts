import { z } from 'zod';
import { fileFault } from '../files/fileFault';
import type { FileHead } from '../files/fileHead';
import { mostColumns } from '../files/limits';
import { readDocument } from '../files/readDocument';

/** Numbers over time out of a JAMS file: what one person, or program, said. */
export interface JamsAnnotation {
  namespace: string;
  /** Who gave it; null where the file does not say. */
  annotator: string | null;
  times: number[];
  /** [observations][values], NaN where one is missing; as many values each time. */
  values: number[][];
}

const single = z.number().nullable();
const value = z.union([single.transform((one) => [one]), z.array(single).min(1).max(mostColumns)]);
/** Observations as rows, or, as older files have them, as columns. */
const data = z.union([
  z.array(z.object({ time: z.number(), value })).min(1),
  z
    .object({ time: z.array(z.number()).min(1), value: z.array(value) })
    .refine((columns) => columns.time.length === columns.value.length)
    .transform((columns) => columns.time.map((time, index) => ({ time, value: columns.value[index] }))),
]);
const annotationShape = z.object({
  namespace: z.string(),
  annotation_metadata: z
    .object({ annotator: z.object({ name: z.string() }).optional().catch(undefined) })
    .optional(),
  data,
});
const fileShape = z.object({ annotations: z.array(z.unknown()) });

/**
 * The continuous annotations of a JAMS file: those whose observations hold numbers, of any namespace.
 *
 * @throws AppError 'unreadable' where it is not JAMS, 'invalid' where it has no continuous annotation or one whose
 *   observations hold different numbers of values
 */
export async function jamsAnnotations(file: FileHead): Promise<JamsAnnotation[]> {
  const annotations = (await annotationsOf(file)).flatMap((annotation) => {
    const parsed = annotationShape.safeParse(annotation);
    return parsed.success ? [continuous(file, parsed.data)] : [];
  });
  if (annotations.length > 0) return annotations;
  throw fileFault('invalid', file.path, 'none of its annotations holds numbers over time');
}

async function annotationsOf(file: FileHead): Promise<unknown[]> {
  const text = await readDocument(file);
  try {
    return fileShape.parse(JSON.parse(text)).annotations;
  } catch {
    throw fileFault('unreadable', file.path, 'it is not JAMS: a JSON object with annotations');
  }
}

function continuous(file: FileHead, annotation: z.infer<typeof annotationShape>): JamsAnnotation {
  const { namespace, data: observations, annotation_metadata: metadata } = annotation;
  const width = observations[0].value.length;
  const ragged = observations.findIndex((observation) => observation.value.length !== width);
  if (ragged >= 0) {
    const has = `observation ${ragged + 1} of ${namespace} holds ${observations[ragged].value.length} values`;
    throw fileFault('invalid', file.path, `${has}, the first ${width}`);
  }
  return {
    namespace,
    annotator: metadata?.annotator?.name ?? null,
    times: observations.map(({ time }) => time),
    values: observations.map((observation) => observation.value.map((number) => number ?? NaN)),
  };
}

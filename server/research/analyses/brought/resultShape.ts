import { z } from 'zod';
import { analysisSpec } from '../analysisSpec';
import { couplingReportShape } from './couplingReportShape';
import { encodingReportShape, intersubjectReportShape, leadLagReportShape } from './reportShapes';

const text = z.string().max(10_000);
const name = z.string().max(1000);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const problem = z.object({
  severity: z.enum(['refused', 'warning']),
  code: name,
  seriesId: z.int().nullable(),
  ...{ participant: name.nullable(), stimulus: name.nullable(), region: name.nullable() },
  message: text,
});

const common = {
  format: z.literal('circumplex analysis'),
  formatVersion: z.literal(1),
  study: z.object({ title: text, simulated: z.boolean() }),
  title: text,
  spec: analysisSpec,
  seed: z.int(),
  versions: z.record(z.string(), name),
  inputsSha256: sha256,
  inputs: z
    .array(z.object({ kind: name, stimulus: name, participant: name.nullable(), name, sha256 }))
    .min(1),
  problems: z.array(problem),
};

/** The answer of an analysis as it must be in a file: what server/research/analyses/analysisResult.ts tells. */
export const resultShape = z
  .discriminatedUnion('kind', [
    z.object({ ...common, kind: z.literal('encoding'), report: encodingReportShape }),
    z.object({ ...common, kind: z.literal('coupling'), report: couplingReportShape }),
    z.object({ ...common, kind: z.literal('leadLag'), report: leadLagReportShape }),
    z.object({ ...common, kind: z.literal('intersubject'), report: intersubjectReportShape }),
  ])
  .refine(({ kind, spec }) => kind === spec.kind, {
    path: ['spec', 'kind'],
    message: 'not that of the answer',
  });
export type CheckedResult = z.output<typeof resultShape>;

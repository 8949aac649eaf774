import { z } from 'zod';

/* What reports of analyses must hold when they come from a file. Numbers that could not be computed are null there. */

const name = z.string().max(1000);
const number = z.number().nullable();
const list = z.array(number);
const table = z.array(list);
const noAll = 'the group all is missing';
const remarks = z.array(z.string().max(10_000));

const target = z.object({
  name,
  network: name.nullable(),
  hemisphere: z.enum(['left', 'right']).nullable(),
  centre: z.tuple([z.number(), z.number(), z.number()]).readonly().nullable(),
});
const piece = z.object({ name, mood: name.nullable(), samples: z.int().nonnegative() });

const testedMap = z.object({
  observed: list,
  p: list.nullable(),
  pFamily: list.nullable(),
  q: list.nullable(),
  threshold: number,
});
/** Over all pieces, and by mood. */
const groups = z.record(z.string(), testedMap).refine((each) => 'all' in each, noAll);

const sampled = {
  targets: z.array(target),
  participants: z.array(name),
  pieces: z.array(piece),
  hopSeconds: z.number().positive(),
  remarks,
};

const estimate = z.object({ value: number, low: number.nullable(), high: number.nullable() });
const layerPreference = z.object({
  ...{ best: name.nullable(), next: name.nullable(), p: number.nullable(), tied: z.array(name) },
  ...{ ahead: estimate.nullable(), depth: estimate.nullable() },
});

export const encodingReportShape = z.object({
  ...sampled,
  delays: z.array(z.number()),
  models: z
    .array(z.object({ spaces: z.array(name), r: table, r2: table, alphas: z.array(table), groups }))
    .min(1),
  contributions: z.array(
    z.object({
      spaces: z.array(name),
      kind: z.enum(['unique', 'common', 'product', 'stacking']),
      table,
      groups,
    }),
  ),
  contrasts: z.array(z.object({ plus: name, minus: name, table, groups })),
  moods: z.array(z.object({ plus: name, minus: name, tested: testedMap })),
  weights: z.record(z.string(), table),
  predicted: z.array(table),
  measured: z.array(table),
  ceiling: testedMap.nullable(),
  layers: z
    .object({
      layers: z.array(z.object({ name, columns: z.int().positive() })).min(2),
      groups: z.record(z.string(), z.array(layerPreference)).refine((each) => 'all' in each, noAll),
    })
    .optional(),
});

export const intersubjectReportShape = z.object({ ...sampled, table, tested: testedMap });

const testedLags = z.object({
  observed: table,
  p: table.nullable(),
  pFamily: table.nullable(),
  q: table.nullable(),
  threshold: number,
});
const direction = z.object({
  direction: z.enum(['ratings to brain', 'brain to ratings']),
  lagsSeconds: z.array(z.number()).min(1),
  hopSeconds: z.number().positive(),
  targets: z.array(target),
  participants: z.array(name),
  curves: z.array(
    z.object({
      scale: name,
      over: z.array(name),
      table: z.array(table),
      tested: testedLags,
      bestLagSeconds: list,
    }),
  ),
  remarks,
});

export const leadLagReportShape = z.object({
  directions: z.array(direction).min(1),
  pieces: z.array(piece),
  remarks,
});

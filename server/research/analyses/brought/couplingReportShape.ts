import { z } from 'zod';

/* What a report of features and ratings must hold when it comes from a file. */

const name = z.string().max(1000);
const number = z.number().nullable();

const bestLag = z.object({
  ...{ participant: name, piece: name, feature: name },
  ...{ lagSeconds: number, r: number, z: number, curve: z.array(number) },
});

const effect = z.object({
  effect: name,
  ...{ f: number, degrees: number, errorDegrees: number, p: number },
  ...{ mauchlyW: number, mauchlyP: number, greenhouseGeisser: number, huynhFeldt: number },
  ...{ pGreenhouseGeisser: number, pHuynhFeldt: number },
  ...{ partialEtaSquared: number, generalisedEtaSquared: number },
});

const postHoc = z.object({
  ...{ plus: name, minus: name, difference: number, t: number, degrees: number },
  ...{ p: number, pHolm: number, cohenDz: number },
});

const scale = z.object({
  scale: name,
  best: z.array(bestLag),
  lagCurves: z.record(z.string(), z.array(number)),
  anova: z.array(effect).nullable(),
  postHoc: z.array(postHoc),
  surrogates: z.record(
    z.string(),
    z.object({ z: number, surrogateMean: number, surrogate95: number, p: number }).nullable(),
  ),
  leftOut: z.array(name),
});

export const couplingReportShape = z.object({
  hopSeconds: z.number().positive(),
  lagsSeconds: z.array(z.number()).min(1),
  features: z.array(name).min(1),
  pieces: z.array(name),
  scales: z.array(scale).min(1),
  remarks: z.array(z.string().max(10_000)),
});

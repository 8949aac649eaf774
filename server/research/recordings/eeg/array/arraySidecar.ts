import { existsSync, readFileSync, statSync } from 'node:fs';
import { z } from 'zod';
import { fileFault } from '../../files/fileFault';
import type { FileHead } from '../../files/fileHead';

/** What a JSON document beside an array of samples says: NAME.json for NAME.npy. */
export interface ArraySidecar {
  rateHz: number;
  channels: string[];
  unit: string | null;
}

const sidecarSchema = z.object({
  SamplingFrequency: z.number().positive().finite(),
  Channels: z.array(z.string().max(200)).min(1).max(20_000),
  Unit: z.string().max(40).optional(),
});

const mostBytes = 2 ** 22;

/**
 * Reads the document beside an array, { "SamplingFrequency": 256, "Channels": ["Fp1", …], "Unit": "uV" }; null where
 * there is none that says both.
 *
 * @throws AppError 'invalid' for one that says both, but not so
 */
export function arraySidecar({ path }: FileHead): ArraySidecar | null {
  const place = path.replace(/\.npy$/i, '.json');
  const document = place === path || !existsSync(place) ? null : parsed(place);
  if (typeof document !== 'object' || document === null) return null;
  if (!('SamplingFrequency' in document) || !('Channels' in document)) return null;
  const said = sidecarSchema.safeParse(document);
  if (!said.success) {
    const { path: at, message } = said.error.issues[0];
    throw fileFault('invalid', place, `${at.join('.')}: ${message}`);
  }
  const { SamplingFrequency, Channels, Unit } = said.data;
  return { rateHz: SamplingFrequency, channels: Channels, unit: Unit ?? null };
}

function parsed(path: string): unknown {
  if (statSync(path).size > mostBytes) return null;
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    // A document of another kind lies beside many arrays.
    return null;
  }
}

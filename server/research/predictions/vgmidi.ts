import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../base/errors';
import type { Rater } from './ratingsOverTime';

/** A piece of VGMIDI (Ferreira and Whitehead 2019) with what each of its raters said. */
export interface RatedPiece {
  /** Path of its MIDI file. */
  midi: string;
  ratings: number;
  raters: Rater[];
}

const numbers = z.array(z.union([z.number(), z.string().transform(Number)]));
/** Some raters' lists were published as text. */
const list = z.union([numbers, z.string().transform((text) => numbers.parse(JSON.parse(text)))]);
const shape = z.object({
  /** Keyed by piece and rater: piece7_3. */
  annotations: z.record(z.string(), z.object({ valence: list, arousal: list })),
  pieces: z.record(z.string(), z.object({ midi: z.string(), measures: z.number().int().min(0) })),
});

const files = ['vgmidi_raw_1.json', 'vgmidi_raw_2.json'];
let kept: { folder: string; pieces: Promise<Map<string, RatedPiece>> } | undefined;

/**
 * The rated pieces of the data set in `folder`, by the name of their MIDI file without its ending. Read once; a
 * folder that could not be read is tried again. Throws AppError 'unreadable' where the files are not as published.
 */
export function ratedPieces(folder: string): Promise<Map<string, RatedPiece>> {
  if (kept?.folder !== folder) {
    const pieces = readPieces(folder);
    kept = { folder, pieces };
    pieces.catch(() => (kept = undefined));
  }
  return kept.pieces;
}

async function readPieces(folder: string): Promise<Map<string, RatedPiece>> {
  const found = new Map<string, RatedPiece>();
  for (const file of files) {
    const { annotations, pieces } = await readRaw(join(folder, file));
    const raters = byPiece(annotations);
    for (const [key, { midi, measures }] of Object.entries(pieces)) {
      const name = basename(midi);
      found.set(name.replace(/\.midi?$/i, ''), {
        midi: join(folder, 'labelled', 'midi', name),
        ratings: measures,
        raters: raters.get(key) ?? [],
      });
    }
  }
  return found;
}

function byPiece(annotations: Record<string, Rater>): Map<string, Rater[]> {
  const raters = new Map<string, Rater[]>();
  for (const [key, rater] of Object.entries(annotations)) {
    const piece = key.replace(/_[^_]*$/, '');
    raters.set(piece, [...(raters.get(piece) ?? []), rater]);
  }
  return raters;
}

async function readRaw(file: string): Promise<z.infer<typeof shape>> {
  const text = await readFile(file, 'utf8');
  try {
    return shape.parse(JSON.parse(text));
  } catch (cause) {
    throw new AppError('unreadable', `invalid ratings: ${basename(file)} (download VGMIDI again)`, { cause });
  }
}

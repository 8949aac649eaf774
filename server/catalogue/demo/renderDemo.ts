import { open, rename } from 'node:fs/promises';
import { encodePcm16, wavHeader } from '@/ml/audio/wav';
import { composePiece } from '@/ml/composer/composePiece';
import { demoPieces } from '@/ml/composer/demoPieces';
import { renderScore } from '@/ml/composer/renderScore';
import { studyPieces } from '@/ml/composer/studyPieces';
import { handlerOf } from '../../analysis/serveAnalysis';
import { AppError } from '../../base/errors';
import { render } from './render';

/** Everything that the composer has been given to compose. */
const pieces = [...demoPieces, ...studyPieces.flatMap(({ movements }) => movements)];

/** Composes a demo piece, or a movement of a study's, and writes it as a 16-bit WAV file: whole at `path`, or not at all. */
async function renderDemo(slug: string, path: string): Promise<void> {
  const piece = pieces.find((each) => each.slug === slug);
  if (!piece)
    throw new AppError('not-found', `invalid slug: ${slug} (nothing to be composed is called that)`);
  const sound = renderScore(composePiece(piece));
  const { channels, sampleRateHz } = sound;
  const unfinished = `${path}.unfinished`;
  const file = await open(unfinished, 'w');
  try {
    await file.write(wavHeader({ sampleRateHz, channels: channels.length, frames: channels[0].length }));
    await file.write(encodePcm16(sound));
  } finally {
    await file.close();
  }
  await rename(unfinished, path);
}

export const renderHandler = handlerOf(render, async ({ slug, path }) => {
  await renderDemo(slug, path);
  return null;
});

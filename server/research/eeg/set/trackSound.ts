import { access, mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ownFolder } from '../../../base/dataFolders';
import { AppError } from '../../../base/errors';
import { answerOf } from '../../../analysis/answerOf';
import { render } from '../../../catalogue/demo/render';
import type { FeatureTools } from '../../features/stimulusFeatures';
import { audioFileOf } from '../../../streams/audioFile';

const demoPrefix = 'demo:';

/**
 * The sound file that a table names: a file within its folder, a track of the catalogue by its number, or a piece of the
 * demo music as `demo:NAME`, which is composed where it is not there yet.
 *
 * @throws AppError 'not-found' for a track or a piece that is not there
 */
export async function trackSound(
  sound: string,
  folder: string,
  { tools, signal }: { tools: FeatureTools; signal?: AbortSignal },
): Promise<string> {
  if (sound.startsWith(demoPrefix)) return demoSound(sound.slice(demoPrefix.length), tools, signal);
  if (/^\d{1,9}$/.test(sound)) return (await audioFileOf(tools.database, Number(sound))).path;
  return resolve(folder, sound);
}

async function demoSound(
  slug: string,
  { dataDirectory, client }: FeatureTools,
  signal?: AbortSignal,
): Promise<string> {
  if (!/^[a-z-]+$/.test(slug))
    throw new AppError('not-found', `invalid sound: ${demoPrefix}${slug} (a piece of the demo music)`);
  const made = join(ownFolder(dataDirectory, 'demo'), `${slug}.wav`);
  if (await isThere(made)) return made;
  const folder = join(dataDirectory, 'cache', 'demo');
  const path = join(folder, `${slug}.wav`);
  if (await isThere(path)) return path;
  await mkdir(folder, { recursive: true });
  answerOf(await client.request(render, { slug, path }, { signal }));
  return path;
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

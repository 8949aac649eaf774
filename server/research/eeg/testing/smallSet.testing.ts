import { mkdirSync } from 'node:fs';
import { createRandom } from '@/ml/random';
import { EegSetWriter } from '../set/eegSetWriter';

const [participants, tracks, windowsEach, steps, features, width] = [3, 8, 6, 2, 4, 3];

/** Writes a training set of three participants and eight tracks: noise, and labels that go up and down. */
export async function writeSmallSet(folder: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const random = createRandom(6, 'small set');
  const numbers = (length: number) => Float32Array.from({ length }, () => random.bell());
  const writer = await EegSetWriter.create(folder, { steps, features, width });
  for (let participant = 0; participant < participants; participant++)
    for (let track = 0; track < tracks; track++)
      for (let window = 0; window < windowsEach; window++)
        await writer.add({
          ...{ participant, track, startSeconds: window },
          entropy: numbers(steps * features),
          music: numbers(width),
        });
  const ratings = (track: number) => ({ valence: track % 2 ? 7 : 3, arousal: track % 4 < 2 ? 7 : 3 });
  const names = Array.from({ length: tracks }, (_, track) => `track ${track + 1}`);
  await writer.finish({
    ...{ title: 'Simulated noise', simulated: true, channels: ['F3', 'F4'] },
    bands: [
      { name: 'alpha', fromHz: 8, toHz: 13 },
      { name: 'beta', fromHz: 13, toHz: 30 },
    ],
    ...{ windowSeconds: 2, hopSeconds: 1, stepSeconds: 1, steps },
    embedding: { name: 'noise', width, hopSeconds: 1 },
    participants: Array.from({ length: participants }, (_, index) => ({
      name: `p${index + 1}`,
      ratings: Object.fromEntries(names.map((name, track) => [name, ratings(track)])),
    })),
    tracks: names.map((name, track) => ({ name, ...ratings(track), durationSeconds: 10 })),
  });
  await writer.close();
  return folder;
}

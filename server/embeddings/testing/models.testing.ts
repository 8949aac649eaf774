import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A graph of a few hundred bytes, as one adds it: it answers with the mean of a window over time, `layered` after layers. */
export function tinyModel(fixture: 'tinyMusicnn' | 'tinyVggish' | 'layered' = 'tinyMusicnn') {
  const place = fileURLToPath(new URL(`../../../ml/embedding/fixtures/${fixture}.onnx`, import.meta.url));
  const sha256 = sha256Of(readFileSync(place));
  return { place, sha256, frontEnd: fixture === 'tinyVggish' ? 'vggish' : 'musicnn' };
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

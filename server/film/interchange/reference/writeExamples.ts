import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exampleHandOvers } from '../testing/exampleFilm.testing';
import { exportFormats } from '../write/exportFormats';

/*
 * Writes what is handed over at each rate, in every format, and the hand-over itself as JSON, for check.py, which asks other
 * programs what they read: `node --import tsx server/film/interchange/reference/writeExamples.ts FOLDER`.
 */

const folder = process.argv[2];
for (const [name, handedOver] of Object.entries(exampleHandOvers())) {
  const inside = join(folder, name);
  mkdirSync(inside, { recursive: true });
  writeFileSync(join(inside, 'handedOver.json'), JSON.stringify(handedOver));
  for (const [format, write] of Object.entries(exportFormats)) {
    for (const file of write(handedOver)) {
      mkdirSync(join(inside, format), { recursive: true });
      writeFileSync(join(inside, format, file.name), file.text);
    }
  }
}

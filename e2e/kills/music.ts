import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { melodyWav } from '../support/sounds';
import { finish, type House } from './house';

const seconds = 6;

/** Short files of music in the house's folder `music`, no two alike; further calls add further ones. */
export class Music {
  written = 0;

  constructor(private readonly house: House) {}

  get folder(): string {
    return join(this.house.folder, 'music');
  }

  /** Writes so many more files and returns their paths. */
  write(count: number): string[] {
    mkdirSync(this.folder, { recursive: true });
    return Array.from({ length: count }, () => {
      const path = join(this.folder, `${++this.written}.wav`);
      writeFileSync(path, this.bytes(this.written));
      return path;
    });
  }

  /** A sound by its number: another number is another recording. */
  bytes(number: number): Buffer {
    return melodyWav(number * 31 + 1, seconds);
  }
}

/** Opens the house with so many tracks in its library. */
export async function furnish(house: House, tracks: number): Promise<Music> {
  const music = new Music(house);
  music.write(tracks);
  await house.open();
  await finish(house.command('import', music.folder));
  return music;
}

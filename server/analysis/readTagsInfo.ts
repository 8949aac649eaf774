import type { IAudioMetadata } from 'music-metadata';
import type { RiffInfo } from '@/ml/audio/tags/riffInfo';

/** Tags by their common names; those that are not said are left out. */
export type CommonTags = Partial<IAudioMetadata['common']>;

/** What the INFO list of a WAV file says, by the names of its chunks that programs use for it. */
export function commonOfInfo(info: RiffInfo): CommonTags {
  const of = (...names: string[]) => names.flatMap((name) => info.get(name) ?? []);
  const [title] = of('INAM', 'TITL');
  const artists = of('IART');
  const [album] = of('IPRD');
  const genre = of('IGNR', 'GNRE');
  const year = /\d{4}/.exec(of('ICRD', 'YEAR').join(' '));
  const track = /\d+/.exec(of('IPRT', 'ITRK').join(' '));
  return {
    ...(title && { title }),
    ...(artists.length > 0 && { artists, artist: artists.join(', ') }),
    ...(album && { album }),
    ...(genre.length > 0 && { genre }),
    ...(year && { year: Number(year[0]) }),
    ...(track && { track: { no: Number(track[0]), of: null } }),
  };
}

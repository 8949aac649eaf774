import { rateHz, type FrameRate } from '@/ml/timeCode/frameRate';
import { timeCodeOf } from '@/ml/timeCode/timeCode';
import type { FilmFacts } from '@/app/ui/film/file/openedFilm';

/** What a command is made of. */
type Proxied = Pick<FilmFacts, 'rate' | 'startFrame' | 'dropFrame'> & { file: { name: string } };

/**
 * The ffmpeg command for a small H.264 copy of a film that any browser shows, frame for frame.
 * Names are quoted so that shells and the Windows prompt read them alike.
 */
export function proxyCommand(film: Proxied): string {
  return command(film, { suffix: 'proxy', timing: ['-fps_mode', 'passthrough'] });
}

/** The ffmpeg command for such a copy at a constant rate: the film's own, or the next one that programs know. */
export function constantRateCommand(film: Proxied): string {
  const { numerator, denominator } = usualRate(film.rate);
  const rate = denominator === 1 ? `${numerator}` : `${numerator}/${denominator}`;
  return command(film, { suffix: 'constant', timing: ['-fps_mode', 'cfr', '-r', rate] });
}

/** Rates that editing programs work at. */
const usualRates: readonly FrameRate[] = [
  { numerator: 24_000, denominator: 1001 },
  { numerator: 24, denominator: 1 },
  { numerator: 25, denominator: 1 },
  { numerator: 30_000, denominator: 1001 },
  { numerator: 30, denominator: 1 },
  { numerator: 50, denominator: 1 },
  { numerator: 60_000, denominator: 1001 },
  { numerator: 60, denominator: 1 },
];

/** The rate among the usual ones whose ratio to a mean rate is nearest to one. */
export function usualRate(mean: FrameRate): FrameRate {
  const ratio = (rate: FrameRate) => Math.abs(Math.log(rateHz(rate) / rateHz(mean)));
  return usualRates.reduce((nearest, rate) => (ratio(rate) < ratio(nearest) ? rate : nearest));
}

function command(film: Proxied, { suffix, timing }: { suffix: string; timing: string[] }): string {
  const { file, rate, startFrame, dropFrame } = film;
  const start = startFrame === null ? [] : ['-timecode', `"${timeCodeOf(startFrame, { rate, dropFrame })}"`];
  const copy = `${file.name.replace(/\.[^.]+$/, '').replace(/^-/, './-')} ${suffix}.mp4`;
  return [
    ...['ffmpeg', '-i', quoted(file.name), '-map', '0:v:0', '-map', '"0:a?"', ...timing],
    ...['-vf', '"scale=-2:720"', '-c:v', 'libx264', '-crf', '23', '-pix_fmt', 'yuv420p'],
    ...['-c:a', 'aac', '-b:a', '192k', ...start, '-movflags', '+faststart', quoted(copy)],
  ].join(' ');
}

/** In double quotes, which the Windows prompt knows too, unless a shell would read something into them. */
function quoted(name: string): string {
  return /["$`\\!%]/.test(name) ? `'${name.replaceAll("'", "'\\''")}'` : `"${name}"`;
}

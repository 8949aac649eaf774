import { mostStretch, type FilmEdit } from './filmEdit';

/**
 * An edit that ends with a bar and, stretched by 3 % at most, is as long as before; undefined where no bar ends so near.
 *
 * @param barSeconds - where bars begin and the last one ends, ascending
 */
export function endedOnBar({ pieces }: FilmEdit, barSeconds: readonly number[]): FilmEdit | undefined {
  const last = pieces[pieces.length - 1];
  const seconds = pieces.reduce((sum, { startSeconds, endSeconds }) => sum + endSeconds - startSeconds, 0);
  const stretchTo = (bar: number) => seconds / (seconds - last.endSeconds + bar);
  const bars = barSeconds.filter((bar) => bar > last.startSeconds);
  if (bars.length === 0) return undefined;
  const off = (bar: number) => Math.abs(Math.log(stretchTo(bar)));
  const end = bars.reduce((best, bar) => (off(bar) < off(best) ? bar : best));
  const stretch = stretchTo(end);
  if (stretch < 1 - mostStretch || stretch > 1 + mostStretch) return undefined;
  return { pieces: [...pieces.slice(0, -1), { ...last, endSeconds: end }], stretch };
}

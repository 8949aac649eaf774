import { changeCue } from '../project/changeCue';
import type { FilmBench } from '../project/filmBench';
import type { CueSection, FilmCue } from '@/app/ui/film/filmProject';
import type { CuePreview } from './useCuePreview';

export interface LookedAt {
  /** What is tried for the cue, else what was chosen; null for neither. */
  section: CueSection | null;
  isTried: boolean;
  /** Moves where its music begins: of what is tried there alone, of what was chosen in the project. */
  moveTo: (startSeconds: number, gesture: string) => void;
}

/** The music that is looked at for a cue. */
export function lookedAt(bench: FilmBench, cue: FilmCue, { preview, setPreview }: CuePreview): LookedAt {
  const tried = preview?.cueId === cue.id ? preview.section : null;
  return {
    section: tried ?? cue.chosen,
    isTried: tried !== null,
    moveTo: (startSeconds, gesture) => {
      if (tried) return setPreview({ cueId: cue.id, section: { ...tried, startSeconds } });
      const moved = (before: FilmCue) =>
        before.chosen ? { ...before, chosen: { ...before.chosen, startSeconds } } : before;
      bench.edit((project) => changeCue(project, cue.id, moved), {
        gesture: `start of ${cue.id}, ${gesture}`,
      });
    },
  };
}

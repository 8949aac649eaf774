import type { FilmProject } from '@/app/ui/film/filmProject';
import { withChosen } from '../settings/cueMusic';

/** What was chosen for a cue; null where it stays as it is. */
interface ChosenFor {
  id: string;
  best: { trackId: number; startSeconds: number } | null;
}

/** The project with what was chosen for all of its cues. */
export function takeChoice(
  project: FilmProject,
  chosen: readonly ChosenFor[],
  keepPrevious: boolean,
): FilmProject {
  const best = new Map(chosen.map((each) => [each.id, each.best]));
  const cues = project.cues.map((cue) => {
    const place = best.get(cue.id);
    if (!place || cue.locked) return cue;
    const { trackId, startSeconds } = place;
    return withChosen(cue, { trackId, startSeconds, gainDecibels: 0 }, keepPrevious);
  });
  return { ...project, cues };
}

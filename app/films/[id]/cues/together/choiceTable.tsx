import type { Answers } from '@/app/trpc';
import { formatClock, formatDistance } from '@/app/ui/format';
import panel from '@/app/ui/study/panel.module.css';
import type { FilmProject } from '@/app/ui/film/filmProject';
import { codeOf } from '../../board/time/filmTime';

interface ChoiceTableProps {
  matched: Answers['film']['match'];
  project: FilmProject;
}

/** What was chosen for each cue, and how well all of it fits. */
export function ChoiceTable({ matched, project }: ChoiceTableProps) {
  const inFrames = new Map(project.cues.map(({ id, inFrame }) => [id, inFrame]));
  return (
    <div className={panel.box}>
      <table className={panel.table}>
        <thead>
          <tr>
            <th scope="col">Cue</th>
            <th scope="col">In</th>
            <th scope="col">Music</th>
            <th scope="col">From</th>
            <th scope="col">Distance</th>
            <th scope="col">Certain to</th>
          </tr>
        </thead>
        <tbody>
          {matched.cues.map(({ id, name, locked, found, best }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td>{codeOf(project.film, inFrames.get(id) ?? 0)}</td>
              {best ? (
                <>
                  <td>{best.artist ? `${best.title}, ${best.artist}` : best.title}</td>
                  <td>{formatClock(best.startSeconds)}</td>
                  <td>{formatDistance(best.distance)}</td>
                  <td>± {best.plusMinusSeconds.toFixed(1)} s</td>
                </>
              ) : (
                <td colSpan={4}>{emptyWords(locked, found)}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function emptyWords(locked: boolean, found: number): string {
  if (locked) return 'kept as it is';
  return found === 0
    ? 'nothing is long enough or passes its filter'
    : 'every track that fits is used elsewhere';
}

import { formatCount } from '@/app/ui/format';
import { nearestFrame } from '@/ml/timeCode/gridSeconds';
import type { FilmProject } from '@/app/ui/film/filmProject';
import { codeOf } from '../../board/time/filmTime';
import type { Recut } from './recutProject';
import styles from './recut.module.css';

interface RecutReportProps {
  recut: Recut;
  /** As it was, for the places of what is lost. */
  film: FilmProject['film'];
}

/** What a new cut makes of a project, before it is taken: what moves, what changes, what has no picture any more. */
export function RecutReport({ recut, film }: RecutReportProps) {
  const { project, by, lostShots, newShots } = recut;
  const known = by === 'source' ? 'their footage' : 'their lengths';
  const lists = lostLists(recut, film).filter(({ items }) => items.length > 0);
  return (
    <section className={styles.report} aria-label="What becomes of the project">
      <p>
        Told by {known}: {formatCount(lostShots, 'shot is', 'shots are')} gone,{' '}
        {formatCount(newShots, 'is', 'are')} new. {formatCount(project.cues.length, 'cue')} and{' '}
        {formatCount(project.markers.length, 'marker')} move with their pictures.
      </p>
      {by === 'length' && (
        <p className={styles.note}>
          Shots of equal length cannot be told apart so: look over the result, or give both cuts as timelines.
        </p>
      )}
      {lists.length === 0 && <p>Everything has its picture still.</p>}
      {lists.map(({ title, items }) => (
        <div key={title}>
          <h3>{title}</h3>
          <ul className={styles.lost}>
            {items.map((item, place) => (
              <li key={place}>{item}</li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function lostLists(
  { lostCues, changedCues, lostHits, lostMarkers, lostKeyPoints }: Recut,
  film: FilmProject['film'],
) {
  const at = (frame: number) => codeOf(film, frame);
  return [
    {
      title: 'Cues whose picture is gone',
      items: lostCues.map(({ name, inFrame }) => `${name}, at ${at(inFrame)}`),
    },
    {
      title: 'Cues that change',
      items: changedCues.map(
        ({ cue, state }) =>
          `${cue.name}, at ${at(cue.inFrame)}: ${state === 'changed' ? 'some of its picture is gone or new' : 'its pictures lie apart now; it goes with most of them'}`,
      ),
    },
    {
      title: 'Cues that lose hit points',
      items: lostHits.map(({ name, inFrame }) => `${name}, at ${at(inFrame)}`),
    },
    {
      title: 'Markers whose picture is gone',
      items: lostMarkers.map(({ name, frame }) => `${name || 'without a name'}, at ${at(frame)}`),
    },
    {
      title: 'Key points whose picture is gone',
      items: lostKeyPoints.map(({ t }) => at(nearestFrame(t, film.rate))),
    },
  ];
}

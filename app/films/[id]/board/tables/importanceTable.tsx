'use client';

import { nearestFrame, secondsOf } from '@/ml/timeCode/gridSeconds';
import { mostImportance } from '@/ml/film/importanceStretch';
import { Button, IconButton } from '@/app/ui/button';
import { NumberInput } from '@/app/ui/field/numberInput';
import type { ImportanceStretch } from '@/app/ui/film/filmProject';
import { placeStretch } from '../edits/placeStretch';
import { duckWords, weightName } from '../edits/weightName';
import { TimeCodeField } from '../time/timeCodeField';
import type { Board } from '../useBoard';
import { Pages, usePages } from '@/app/ui/pages';
import styles from './tables.module.css';

const defaultSeconds = 5;
const newWeight = 2;

/** What counts more or less, as a table. */
export function ImportanceTable({ board }: { board: Board }) {
  const { bench, film, range, transport, lengthSeconds } = board;
  const { importance } = bench.project;
  const paging = usePages(importance.length);
  const add = () => {
    const start = secondsOf(range.range?.inFrame ?? transport.getState().frame, film.rate);
    const end = range.range ? secondsOf(range.range.outFrame, film.rate) : start + defaultSeconds;
    put(board, importance, { start, end: Math.min(lengthSeconds, end), weight: newWeight });
  };
  return (
    <div className={styles.panel}>
      <p className={styles.lead}>
        Every moment counts 1. A moment that must fit counts up to {mostImportance}, one that does not count
        0: where people speak, say.
      </p>
      {importance.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">From</th>
              <th scope="col">To</th>
              <th scope="col">Weight</th>
              <th scope="col">Means</th>
              <th scope="col">
                <span className="heard">Remove</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {importance.slice(paging.first, paging.last).map((stretch, row) => (
              <StretchRow key={row} {...{ board, stretch }} place={paging.first + row} />
            ))}
          </tbody>
        </table>
      )}
      <Pages paging={paging} />
      <Button size="small" onPress={add}>
        {range.range ? 'Weigh in to out' : `Weigh ${defaultSeconds} s from the playhead`}
      </Button>
    </div>
  );
}

function StretchRow({ board, stretch, place }: { board: Board; stretch: ImportanceStretch; place: number }) {
  const { bench, film, select, selection } = board;
  const { importance } = bench.project;
  const others = importance.toSpliced(place, 1);
  const isSelected = selection?.kind === 'stretch' && selection.place === place;
  const edge = (name: 'start' | 'end') => (
    <TimeCodeField
      label={name === 'start' ? 'From' : 'To'}
      hideLabel
      film={film}
      frame={nearestFrame(stretch[name], film.rate)}
      onChange={(frame) => put(board, others, { ...stretch, [name]: secondsOf(frame, film.rate) })}
    />
  );
  const weigh = (weight: number) => {
    if (!Number.isFinite(weight)) return;
    bench.edit((project) => ({ ...project, importance: importance.with(place, { ...stretch, weight }) }));
  };
  return (
    <tr data-selected={isSelected || undefined} onFocus={() => select({ kind: 'stretch', place })}>
      <td>{edge('start')}</td>
      <td>{edge('end')}</td>
      <td>
        <NumberInput
          label="Weight"
          hideLabel
          width="3.5rem"
          value={stretch.weight}
          min={0}
          max={mostImportance}
          step={0.5}
          onChange={weigh}
        />
      </td>
      <td className={styles.means}>{stretch.weight === 0 ? duckWords : weightName(stretch.weight)}</td>
      <td>
        <IconButton
          icon="close"
          size="small"
          aria-label="Remove"
          onPress={() => bench.edit((project) => ({ ...project, importance: others }))}
        />
      </td>
    </tr>
  );
}

function put(
  { bench, select }: Board,
  others: readonly ImportanceStretch[],
  stretch: ImportanceStretch,
): void {
  if (stretch.start >= stretch.end) return;
  const { importance, place } = placeStretch(others, stretch);
  bench.edit((project) => ({ ...project, importance }));
  select({ kind: 'stretch', place });
}

'use client';

import { useState } from 'react';
import { Button, IconButton } from '@/app/ui/button';
import { Select } from '@/app/ui/field/select';
import { EmptyState } from '@/app/ui/message/message';
import type { FilmMarker } from '@/app/ui/film/filmProject';
import { newMarker, placeMarker } from '../edits/placeMarker';
import { TimeCodeField } from '../time/timeCodeField';
import { markerColours } from '../timeline/markerColours';
import type { Board } from '../useBoard';
import styles from './tables.module.css';
import { DraftField } from './draftField';
import { Pages, usePages } from '@/app/ui/pages';

/** The markers as a table: every one renamed, noted, coloured, moved and removed without any pointing. */
export function MarkerTable({ board }: { board: Board }) {
  const { bench, transport } = board;
  const { markers } = bench.project;
  const paging = usePages(markers.length);
  const add = () =>
    bench.edit((project) => ({
      ...project,
      markers: placeMarker(project.markers, newMarker(transport.getState().frame)).markers,
    }));
  return (
    <div className={styles.panel}>
      {markers.length === 0 ? (
        <EmptyState title="No markers yet">
          <p>Press M where something happens, also while the film plays.</p>
        </EmptyState>
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Time code</th>
              <th scope="col">Name and note</th>
              <th scope="col">Colour</th>
              <th scope="col">
                <span className="heard">Deeds</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {markers.slice(paging.first, paging.last).map((marker, row) => (
              <MarkerRow key={row} {...{ board, marker }} place={paging.first + row} />
            ))}
          </tbody>
        </table>
      )}
      <Pages paging={paging} />
      <Button size="small" onPress={add}>
        Add a marker at the playhead
      </Button>
    </div>
  );
}

function MarkerRow({ board, marker, place }: { board: Board; marker: FilmMarker; place: number }) {
  const { bench, film, transport } = board;
  const isSelected = board.selection?.kind === 'marker' && board.selection.place === place;
  const change = (part: Partial<FilmMarker>) =>
    bench.edit((project) => ({ ...project, markers: project.markers.with(place, { ...marker, ...part }) }));
  const move = (frame: number) =>
    bench.edit((project) => ({
      ...project,
      markers: placeMarker(project.markers.toSpliced(place, 1), { ...marker, frame }).markers,
    }));
  return (
    <tr data-selected={isSelected || undefined} onFocus={() => board.select({ kind: 'marker', place })}>
      <td>
        <TimeCodeField label="Time code" hideLabel film={film} frame={marker.frame} onChange={move} />
      </td>
      <td className={styles.texts}>
        <DraftField label="Name" value={marker.name} most={500} onDone={(name) => change({ name })} />
        <DraftField label="Note" value={marker.note} most={5000} onDone={(note) => change({ note })} />
      </td>
      <td className={styles.colour}>
        <ColourChoice colour={marker.colour} onChange={(colour) => change({ colour })} />
      </td>
      <td className={styles.deeds}>
        <Button size="small" kind="quiet" onPress={() => transport.seek(marker.frame)}>
          Go
        </Button>
        <IconButton
          icon="close"
          size="small"
          aria-label={`Remove marker ${marker.name}`}
          onPress={() =>
            bench.edit((project) => ({ ...project, markers: project.markers.toSpliced(place, 1) }))
          }
        />
      </td>
    </tr>
  );
}

const none = 'none';

/** The usual colours, and the one that a file brought. */
function ColourChoice({
  colour,
  onChange,
}: {
  colour: string | null;
  onChange: (colour: string | null) => void;
}) {
  const [brought] = useState(colour?.toLowerCase());
  const names = new Set<string>([none, ...markerColours, ...(brought ? [brought] : [])]);
  return (
    <Select
      label="Colour"
      hideLabel
      value={colour?.toLowerCase() ?? none}
      options={[...names].map((name) => ({ value: name, name }))}
      onChange={(name) => onChange(name === none ? null : name)}
    />
  );
}

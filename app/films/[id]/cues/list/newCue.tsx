'use client';

import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useState } from 'react';
import { Button } from '@/app/ui/button';
import selects from '@/app/ui/field/select.module.css';
import { Icon } from '@/app/ui/glyph';
import type { Transport } from '../../playing/transport';
import type { FilmBench } from '../../project/filmBench';
import type { FrameRange } from '../range';
import {
  addCues,
  cutAtCuts,
  freePart,
  isTooLong,
  longestCueSeconds,
  shotAround,
} from '../settings/cuePlaces';
import styles from './newCue.module.css';

interface NewCueProps {
  bench: FilmBench;
  transport: Transport;
  /** In and out; null where they are not set. */
  range: FrameRange | null;
}

const newId = () => `c${crypto.randomUUID()}`;

/** Makes a cue of a stretch of the film; one that is too long to be searched for may be cut into several. */
export function NewCue({ bench, transport, range }: NewCueProps) {
  const [long, setLong] = useState<FrameRange | null>(null);
  const [isFull, setIsFull] = useState(false);
  const { project } = bench;
  const make = (ranges: readonly FrameRange[]) => {
    const added = addCues(project, ranges, newId);
    bench.edit(() => added.project);
    bench.selectCue(added.ids[0]);
    setLong(null);
  };
  const wish = (wanted: FrameRange) => {
    const free = freePart(project.cues, wanted);
    setIsFull(!free);
    if (!free) setLong(null);
    else if (isTooLong(project, free)) setLong(free);
    else make([free]);
  };
  const wholeFilm = { inFrame: 0, outFrame: project.film.lengthFrames };
  const kinds = [
    { id: 'range', name: range ? 'From in to out' : 'From in to out (set them first)', of: () => range },
    {
      id: 'shot',
      name: 'Between the cuts around the playhead',
      of: () => shotAround(project, transport.getState().frame),
    },
    { id: 'film', name: 'Over the whole film', of: () => wholeFilm },
  ];
  return (
    <>
      <MenuTrigger>
        <AriaButton className={styles.button}>
          <Icon name="plus" size={12} /> New cue
        </AriaButton>
        <Popover className={selects.popover}>
          <Menu
            className={selects.list}
            disabledKeys={range ? [] : ['range']}
            onAction={(id) => {
              const wanted = kinds.find((kind) => kind.id === id)?.of();
              if (wanted) wish(wanted);
            }}
          >
            {kinds.map(({ id, name }) => (
              <MenuItem key={id} id={id} className={selects.item}>
                {name}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
      {isFull && (
        <p className={styles.note} role="alert">
          Another cue lies there already.
        </p>
      )}
      {long && (
        <div className={styles.note} role="alert">
          <p>
            That is longer than the {longestCueSeconds / 60} minutes that can be searched for at once. I can
            cut it into {cutAtCuts(project, long).length} cues, at cuts of the film where there are some.
          </p>
          <Button size="small" onPress={() => make(cutAtCuts(project, long))}>
            Cut it
          </Button>
          <Button size="small" kind="quiet" onPress={() => make([long])}>
            Keep it whole
          </Button>
          <Button size="small" kind="quiet" onPress={() => setLong(null)}>
            Leave it
          </Button>
        </div>
      )}
    </>
  );
}

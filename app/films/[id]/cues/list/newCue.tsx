'use client';

import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { Button } from '@/app/ui/button';
import selects from '@/app/ui/field/select.module.css';
import { Icon } from '@/app/ui/glyph';
import type { FrameRange } from '../../board/edits/moveCue';
import type { Transport } from '../../playing/transport';
import type { FilmProject } from '@/app/ui/film/filmProject';
import { cutAtCuts, longestCueSeconds, shotAround } from '../settings/cuePlaces';
import styles from './newCue.module.css';
import type { NewCueState } from './useNewCue';

interface NewCueProps {
  project: FilmProject;
  transport: Transport;
  /** In and out; null where they are not set. */
  range: FrameRange | null;
  newCue: NewCueState;
}

/** Makes a cue of a stretch of the film. */
export function NewCue({ project, transport, range, newCue }: NewCueProps) {
  const kinds = [
    { id: 'range', name: range ? 'From in to out' : 'From in to out (set them first)', of: () => range },
    {
      id: 'shot',
      name: 'Between the cuts around the playhead',
      of: () => shotAround(project, transport.getState().frame),
    },
    {
      id: 'film',
      name: 'Over the whole film',
      of: () => ({ inFrame: 0, outFrame: project.film.lengthFrames }),
    },
  ];
  return (
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
            if (wanted) newCue.wish(wanted);
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
  );
}

/** Why no cue was made where one was wished for, and what may be done instead. */
export function NewCueNote({ project, newCue }: Pick<NewCueProps, 'project' | 'newCue'>) {
  const { long, isTaken, make, leave } = newCue;
  if (isTaken)
    return (
      <div className={styles.note} role="alert">
        <p>Another cue lies there already.</p>
        <Button size="small" kind="quiet" onPress={leave}>
          Dismiss
        </Button>
      </div>
    );
  if (!long) return null;
  const parts = cutAtCuts(project, long);
  return (
    <div className={styles.note} role="alert">
      <p>
        That is longer than the {longestCueSeconds / 60} minutes that can be searched for at once. I can cut
        it into {parts.length} cues, at cuts of the film where there are some.
      </p>
      <Button size="small" onPress={() => make(parts)}>
        Cut it
      </Button>
      <Button size="small" kind="quiet" onPress={() => make([long])}>
        Keep it whole
      </Button>
      <Button size="small" kind="quiet" onPress={leave}>
        Leave it
      </Button>
    </div>
  );
}

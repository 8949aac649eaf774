'use client';

import { Button, IconButton } from '@/app/ui/button';
import { secondsOf } from '@/ml/timeCode/gridSeconds';
import { formatSigned } from '@/app/ui/format';
import { useFrame, useTransportState } from '../../playing/useTransport';
import type { TransportStore } from '../../playing/transportStore';
import type { BenchDeed } from '../time/benchKeys';
import { codeOf, type FilmTime } from '../time/filmTime';
import { TimeCodeField } from '../time/timeCodeField';
import type { Board } from '../useBoard';
import { LevelSliders } from './levelSliders';
import styles from './transportBar.module.css';

interface TransportBarProps {
  board: Board;
  sound: TransportStore;
  act: (deed: BenchDeed) => void;
}

/** Where the film is, what moves it, and how loud it and its music are. */
export function TransportBar({ board, sound, act }: TransportBarProps) {
  return (
    <div className={styles.bar} role="group" aria-label="Transport">
      <FrameField board={board} />
      <div className={styles.deeds}>
        <Deed icon="previous" label="To the cut or marker before" onPress={() => act('markBefore')} />
        <Deed icon="stepBack" label="One frame back" onPress={() => act('frameBack')} />
        <PlayButton board={board} act={act} />
        <Deed icon="stepOn" label="One frame on" onPress={() => act('frameOn')} />
        <Deed icon="next" label="To the next cut or marker" onPress={() => act('markAfter')} />
        <Deed icon="flag" label="Set a marker" onPress={() => act('marker')} />
      </div>
      <RangeDeeds board={board} act={act} />
      <LevelSliders sound={sound} />
    </div>
  );
}

/** The frame that is shown, as its time code; another one typed there is gone to. */
function FrameField({ board }: { board: Board }) {
  const { transport, film, viewState } = board;
  const frame = useFrame(transport);
  return (
    <div className={styles.code}>
      <TimeCodeField
        label="Time code; type another, or +12, to go there"
        hideLabel
        film={film}
        frame={frame}
        onChange={(to) => {
          transport.seek(to);
          viewState.reveal(secondsOf(to, film.rate));
        }}
      />
    </div>
  );
}

interface DeedProps {
  icon: 'previous' | 'stepBack' | 'stepOn' | 'next' | 'flag';
  label: string;
  onPress: () => void;
}

/** A press by a pointer leaves the focus, so that Space still plays. */
function Deed({ icon, label, onPress }: DeedProps) {
  return <IconButton icon={icon} size="small" preventFocusOnPress aria-label={label} onPress={onPress} />;
}

function PlayButton({ board, act }: Pick<TransportBarProps, 'board' | 'act'>) {
  const { isPlaying, speed } = useTransportState(board.transport);
  return (
    <>
      <IconButton
        icon={isPlaying ? 'pause' : 'play'}
        kind="primary"
        preventFocusOnPress
        aria-label={isPlaying ? 'Pause' : 'Play'}
        onPress={() => act('toggle')}
      />
      <span className={styles.speed} role="status">
        {isPlaying && speed !== 1 ? `${formatSigned(speed, 0)}×` : ''}
      </span>
    </>
  );
}

function RangeDeeds({ board, act }: Pick<TransportBarProps, 'board' | 'act'>) {
  const { film, range } = board;
  const { inFrame, outFrame } = range;
  return (
    <div className={styles.range}>
      <PointButton name="In" frame={inFrame} film={film} onPress={() => act('setIn')} />
      <PointButton
        name="Out"
        frame={outFrame === null ? null : outFrame - 1}
        film={film}
        onPress={() => act('setOut')}
      />
      {(inFrame !== null || outFrame !== null) && (
        <IconButton
          icon="close"
          size="small"
          preventFocusOnPress
          aria-label="Take in and out away"
          onPress={() => range.setRange(null)}
        />
      )}
    </div>
  );
}

interface PointButtonProps {
  name: string;
  frame: number | null;
  film: FilmTime;
  onPress: () => void;
}

/** Sets a point of the stretch, and tells where it is. */
function PointButton({ name, frame, film, onPress }: PointButtonProps) {
  return (
    <Button size="small" kind="quiet" preventFocusOnPress onPress={onPress}>
      <span className={styles.pointed}>
        {name}
        <span className={styles.point}>{frame === null ? '–' : codeOf(film, frame)}</span>
      </span>
    </Button>
  );
}

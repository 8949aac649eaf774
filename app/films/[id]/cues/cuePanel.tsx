'use client';

import { Button } from '@/app/ui/button';
import { EmptyState } from '@/app/ui/message/message';
import type { CueFitShown } from '../board/curve/fitOverlay';
import type { Transport } from '../playing/transport';
import type { FilmBench } from '../project/filmBench';
import { CueInspector } from './cueInspector';
import styles from './cuePanel.module.css';
import { HandOverButton } from './handOver/handOverButton';
import { CueList } from './list/cueList';
import { NewCue, NewCueNote } from './list/newCue';
import type { NewCueState } from './list/useNewCue';
import type { FrameRange } from '../board/edits/moveCue';
import { RecutDialog } from './recut/recutDialog';
import type { RecutState } from './recut/useRecut';
import { TogetherButton } from './together/togetherButton';
import type { CuePreview } from './useCuePreview';
import { useTracks } from './useTracks';

interface CuePanelProps {
  bench: FilmBench;
  transport: Transport;
  /** In and out on the timeline; null where they are not set. */
  range: FrameRange | null;
  /** Of useNewCue, by which keys and the timeline make cues, too. */
  newCue: NewCueState;
  /** Of useCuePreview, which the music follows, too. */
  previewing: CuePreview;
  /** Of useRecut, which whoever opens another cut's file begins. */
  recut: RecutState;
  /** Told which fit is to be drawn under the curve of its cue; null for none. */
  onFit: (fit: CueFitShown | null) => void;
}

/** Everything about a film's music: its cues, what was found for the one that is selected, and handing it over. */
export function CuePanel({ bench, transport, range, newCue, previewing, recut, onFit }: CuePanelProps) {
  const { cues } = bench.project;
  const cue = cues.find(({ id }) => id === bench.cueId);
  const tried = previewing.preview?.section.trackId;
  const named = cues.flatMap(({ chosen, alternates }) => [...(chosen ? [chosen] : []), ...alternates]);
  const trackIds = [...named.map(({ trackId }) => trackId), ...(tried ? [tried] : [])];
  const tracks = useTracks([...new Set(trackIds)].toSorted((a, b) => a - b));
  return (
    <section className={styles.panel} aria-label="Cues and their music">
      <div className={styles.overview} data-behind={cue ? '' : undefined}>
        <div className={styles.head}>
          <h2 className="heard">Cues</h2>
          <NewCue {...{ transport, range, newCue }} project={bench.project} />
          <TogetherButton bench={bench} />
          <Button size="small" onPress={() => recut.open(null)}>
            Recut
          </Button>
          <HandOverButton bench={bench} />
        </div>
        {cues.length === 0 ? (
          <EmptyState title="Where is there to be music?">
            <p>
              Set in and out on the timeline and make a cue of them. I then look for music that moves as you
              draw.
            </p>
          </EmptyState>
        ) : (
          <div className={styles.cues}>
            <CueList {...{ bench, tracks }} />
          </div>
        )}
      </div>
      <NewCueNote project={bench.project} newCue={newCue} />
      {cue && <CueInspector key={cue.id} {...{ bench, transport, cue, tracks, previewing, onFit }} />}
      <RecutDialog {...{ bench, recut }} />
    </section>
  );
}

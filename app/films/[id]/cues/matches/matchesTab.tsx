'use client';

import { useMemo, useState } from 'react';
import { Button } from '@/app/ui/button';
import { EmptyState, ErrorState, LoadingState } from '@/app/ui/message/message';
import type { CueQuestion } from '@/ml/film/cue';
import type { Transport } from '../../playing/transport';
import { changeCue } from '../../project/changeCue';
import type { FilmBench } from '../../project/filmBench';
import type { CueSection, FilmCue } from '@/app/ui/film/filmProject';
import { newCueId } from '@/app/ui/film/newCueId';
import { withAlternate, withChosen } from '../settings/cueMusic';
import { cutCue, isTooLong } from '../settings/cuePlaces';
import type { CuePreview } from '../useCuePreview';
import type { Listening } from '../useListening';
import { cueRows, type CueRow, rowKey } from './cueRows';
import { MatchFilter } from './matchFilter';
import { MatchList } from './matchList';
import styles from './matchesTab.module.css';
import { useCueMatches } from './useCueMatches';
import { useTrackEvents } from './useTrackEvents';

interface MatchesTabProps {
  bench: FilmBench;
  transport: Transport;
  cue: FilmCue;
  asked: { question: CueQuestion } | { refusal: string };
  previewing: CuePreview;
  listening: Listening;
  onLight: (row: CueRow | null) => void;
}

/** The music that was found for a cue: to hear, to choose, to keep. */
export function MatchesTab(props: MatchesTabProps) {
  const { bench, cue, asked } = props;
  const question = 'question' in asked ? asked.question : null;
  const found = useCueMatches(question, cue.filter);
  return (
    <section className={styles.matches} aria-label="Matches of the cue">
      <MatchFilter
        filter={cue.filter}
        onChange={(filter, { gesture }) =>
          bench.edit((project) => changeCue(project, cue.id, (before) => ({ ...before, filter })), {
            gesture: gesture && `${gesture} ${cue.id}`,
          })
        }
      />
      <Answer {...props} question={question} found={found} />
    </section>
  );
}

interface AnswerProps extends MatchesTabProps {
  question: CueQuestion | null;
  found: ReturnType<typeof useCueMatches>;
}

function Answer({ question, found, ...props }: AnswerProps) {
  if (!question) return <Refused {...props} />;
  if (found.error) return <ErrorState title="The search failed" error={found.error} onRetry={found.retry} />;
  if (!found.found) return <LoadingState>Comparing with every track</LoadingState>;
  if (found.found.length > 0) return <Found {...props} {...{ question, found }} />;
  if (found.isLoadingLibrary) return <LoadingState>Loading the library</LoadingState>;
  if (found.stop !== null) return <EmptyState title="Stopped">{found.stop}</EmptyState>;
  return <NoMatch searched={found.searched} />;
}

function NoMatch({ searched }: { searched: number }) {
  return (
    <EmptyState title="No track is long enough">
      <p>
        {searched === 0
          ? 'No track of the library passes the filter and is as long as the cue. Loosen the filter, or shorten the cue.'
          : 'Nothing of what I compared lasts through the cue. Shorten it, or add longer music to the library.'}
      </p>
    </EmptyState>
  );
}

/** Why there is no question, and what may be done about it. */
function Refused({ bench, cue, asked }: MatchesTabProps) {
  return (
    <EmptyState title="No matches yet">
      {'refusal' in asked && <p>{asked.refusal}</p>}
      {isTooLong(bench.project, cue) && (
        <Button size="small" onPress={() => bench.edit((project) => cutCue(project, cue.id, newCueId))}>
          Cut it at the film’s cuts
        </Button>
      )}
    </EmptyState>
  );
}

/** To hear all matches for their beats would take long. */
const mostHeard = 12;

function Found({ question, found, ...props }: AnswerProps & { question: CueQuestion }) {
  const { bench, transport, cue, previewing, listening, onLight } = props;
  const { film } = bench.project;
  const nearest = [...new Set((found.found ?? []).map(({ match }) => match.trackId))].slice(0, mostHeard);
  const { eventsOf, left } = useTrackEvents(nearest, cue.hitPoints);
  const rows = useMemo(
    () => cueRows(found.found ?? [], { film, cue, question, eventsOf }),
    [found.found, film, cue, question, eventsOf],
  );
  const [triedKey, setTriedKey] = useState<string | null>(null);
  const isTried = previewing.preview?.cueId === cue.id;
  const edit = (change: (cue: FilmCue) => FilmCue) =>
    bench.edit((project) => changeCue(project, cue.id, change));
  const tryRow = (row: CueRow) => {
    setTriedKey(rowKey(row));
    previewing.setPreview({ cueId: cue.id, section: row.section });
  };
  const listen = (row: CueRow) => {
    const sounds = listening.isListening && isTried && triedKey === rowKey(row);
    if (sounds) return listening.stop();
    tryRow(row);
    listening.listen(cue);
  };
  if (rows.length === 0)
    return found.isStale ? (
      <LoadingState>Comparing with every track</LoadingState>
    ) : (
      <NoMatch searched={found.searched} />
    );
  return (
    <>
      {found.stop !== null && (
        <p className={styles.note} role="status">
          {found.stop}
        </p>
      )}
      {left > 0 && (
        <p className={styles.note} role="status">
          Listening for beats and onsets in the {nearest.length} nearest tracks: {left} left.
        </p>
      )}
      <MatchList
        {...{ film, cue, question, rows, onLight }}
        triedKey={isTried ? triedKey : null}
        isListening={listening.isListening}
        isStale={found.isStale}
        onTry={tryRow}
        onListen={listen}
        onChoose={({ section }) => {
          edit((before) => withChosen(before, section));
          previewing.setPreview(null);
        }}
        onKeep={({ section }: { section: CueSection }) => edit((before) => withAlternate(before, section))}
        onGoTo={(frame) => transport.seek(frame)}
      />
    </>
  );
}

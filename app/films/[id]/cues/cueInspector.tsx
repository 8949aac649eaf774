'use client';

import { useEffect, useMemo, useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { secondsOf } from '@/ml/timeCode/gridSeconds';
import { Button } from '@/app/ui/button';
import { formatClock } from '@/app/ui/format';
import { codeOf } from '../board/time/filmTime';
import type { CueFitShown } from '../board/curve/fitOverlay';
import type { Transport } from '../playing/transport';
import { changeCue } from '../project/changeCue';
import type { FilmBench } from '../project/filmBench';
import type { CueSection, FilmCue } from '@/app/ui/film/filmProject';
import styles from './cueInspector.module.css';
import tab from '../board/tab.module.css';
import { shownFit } from './shownFit';
import { FittingTab } from './fitting/fittingTab';
import { HitsTab } from './hits/hitsTab';
import { lookedAt } from './lookedAt';
import { askedCue } from './matches/askedCue';
import type { CueRow } from './matches/cueRows';
import { MatchesTab } from './matches/matchesTab';
import { useTrackEvents } from './matches/useTrackEvents';
import { OffsetTab } from './offset/offsetTab';
import { useFit } from './offset/useFit';
import { Alternates } from './settings/alternates';
import { isSameSection, withChosen } from './settings/cueMusic';
import { SettingsTab } from './settings/settingsTab';
import type { CuePreview } from './useCuePreview';
import { useListening } from './useListening';
import type { KnownTracks } from './useTracks';

interface CueInspectorProps {
  bench: FilmBench;
  transport: Transport;
  cue: FilmCue;
  tracks: KnownTracks;
  previewing: CuePreview;
  onFit: (fit: CueFitShown | null) => void;
}

/** What is done about one cue: its matches, the place of its music, hit points, settings. */
export function CueInspector({ bench, transport, cue, tracks, previewing, onFit }: CueInspectorProps) {
  const { film, curve, importance } = bench.project;
  const { inFrame, outFrame, toleranceSeconds, mode } = cue;
  const asked = useMemo(
    () => askedCue({ film, curve, importance }, { inFrame, outFrame, toleranceSeconds, mode }),
    [film, curve, importance, inFrame, outFrame, toleranceSeconds, mode],
  );
  const question = 'question' in asked ? asked.question : null;
  const looked = lookedAt(bench, cue, previewing);
  const track = looked.section ? tracks.get(looked.section.trackId) : undefined;
  const fit = useFit(question, track, looked.section);
  const [lit, setLit] = useState<CueRow | null>(null);
  const { eventsOf } = useTrackEvents(looked.section ? [looked.section.trackId] : [], cue.hitPoints);
  const listening = useListening(transport);
  const startSeconds = secondsOf(inFrame, film.rate);
  const drawn = lit ?? fit?.fit ?? null;
  const shown = useMemo(() => {
    if (!drawn || !question) return null;
    const { music } = shownFit(question, drawn.stretch);
    const plain = { valence: Array.from(music.valence), arousal: Array.from(music.arousal) };
    return { cueId: cue.id, startSeconds, ...plain, error: drawn.error };
  }, [drawn, question, cue.id, startSeconds]);
  useEffect(() => onFit(shown), [onFit, shown]);
  useEffect(() => () => onFit(null), [onFit]);
  const edit = (change: (before: FilmCue) => FilmCue) =>
    bench.edit((project) => changeCue(project, cue.id, change));
  const listenTo = (section: CueSection) => {
    const sounds = looked.section && isSameSection(looked.section, section) && listening.isListening;
    if (sounds) return listening.stop();
    const isChosen = cue.chosen !== null && isSameSection(cue.chosen, section);
    previewing.setPreview(isChosen ? null : { cueId: cue.id, section });
    listening.listen(cue);
  };
  return (
    <div className={styles.inspector}>
      <div className={styles.head}>
        <Button size="small" kind="quiet" onPress={() => bench.selectCue(null)}>
          All cues
        </Button>
        <h3>{cue.name}</h3>
        <span className={styles.length}>
          {codeOf(film, inFrame)}, {formatClock(secondsOf(outFrame - inFrame, film.rate))}
        </span>
      </div>
      {looked.isTried && looked.section && (
        <Tried
          title={track?.title ?? '…'}
          onChoose={() => {
            const { section } = looked;
            if (section) edit((before) => withChosen(before, section));
            previewing.setPreview(null);
          }}
          onLeave={() => previewing.setPreview(null)}
        />
      )}
      <Tabs className={styles.tabs}>
        <TabList aria-label={cue.name} className={styles.tabList}>
          <Tab id="matches" className={tab.tab}>
            Matches
          </Tab>
          <Tab id="place" className={tab.tab}>
            Place
          </Tab>
          <Tab id="hits" className={tab.tab}>
            Hit points{cue.hitPoints.length > 0 && ` (${cue.hitPoints.length})`}
          </Tab>
          <Tab id="length" className={tab.tab}>
            Length
          </Tab>
          <Tab id="settings" className={tab.tab}>
            Settings
          </Tab>
        </TabList>
        <TabPanel id="matches" className={styles.content}>
          <Alternates
            {...{ cue, tracks }}
            tried={looked.isTried ? looked.section : null}
            isListening={listening.isListening}
            onListen={listenTo}
            onChange={edit}
          />
          <MatchesTab {...{ bench, transport, cue, asked, previewing, listening }} onLight={setLit} />
        </TabPanel>
        <TabPanel id="place" className={styles.content}>
          <OffsetTab {...{ film, cue, track, fit }} section={looked.section} onMove={looked.moveTo} />
        </TabPanel>
        <TabPanel id="hits" className={styles.content}>
          <HitsTab
            {...{ film, cue, transport }}
            section={looked.section}
            events={track ? eventsOf(track.trackId, track.curve) : undefined}
            onChange={(hitPoints) => edit((before) => ({ ...before, hitPoints }))}
          />
        </TabPanel>
        <TabPanel id="length" className={styles.content}>
          <FittingTab
            {...{ bench, cue, track, question }}
            section={looked.section}
            onTry={(section) => previewing.setPreview({ cueId: cue.id, section })}
          />
        </TabPanel>
        <TabPanel id="settings" className={styles.content}>
          <SettingsTab {...{ bench, cue }} />
        </TabPanel>
      </Tabs>
    </div>
  );
}

interface TriedProps {
  title: string;
  onChoose: () => void;
  onLeave: () => void;
}

/** Says that something is heard that was not chosen. */
function Tried({ title, onChoose, onLeave }: TriedProps) {
  return (
    <p className={styles.tried} role="status">
      <span>
        Tried: <strong>{title}</strong>
      </span>
      <Button size="small" onPress={onChoose}>
        Choose it
      </Button>
      <Button size="small" kind="quiet" onPress={onLeave}>
        Back
      </Button>
    </p>
  );
}

'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import { usePlayer } from '@/app/ui/player/playerContext';
import type { FilmBench } from '../project/filmBench';
import { CueMusic, type MusicReport } from './cueMusic';
import { musicStretches, type CuePreview } from './musicPlan';
import type { TransportStore } from './transportStore';
import { useTransportState } from './useTransport';
import { useSectionGains } from './useSectionGains';

interface CueMusicParts {
  bench: FilmBench;
  transport: TransportStore;
  /** Heard in place of what was chosen for its cue. */
  preview: CuePreview | null;
}

const nothingYet: MusicReport = { music: { state: 'none' }, sync: null };

/** Plays the music of a bench's cues with its transport, and tells how it stands at the playhead. */
export function useCueMusic({ bench: { project }, transport, preview }: CueMusicParts): MusicReport {
  const [music] = useState(() => new CueMusic(transport));
  useEffect(() => music.begin(), [music]);
  const gainOf = useSectionGains(project, preview);
  useEffect(
    () => music.setStretches(musicStretches(project, preview, gainOf)),
    [music, project, preview, gainOf],
  );
  useOneSound(transport);
  return useSyncExternalStore(music.subscribe, music.getReport, () => nothingYet);
}

/** The page's player and the bench do not sound together: whichever begins ends the other. */
function useOneSound(transport: TransportStore): void {
  const { playing, waiting, pause } = usePlayer();
  const { isPlaying } = useTransportState(transport);
  const isPlayerHeard = playing || waiting;
  useEffect(() => {
    if (isPlaying) pause();
  }, [isPlaying, pause]);
  useEffect(() => {
    if (isPlayerHeard) transport.pause();
  }, [isPlayerHeard, transport]);
}

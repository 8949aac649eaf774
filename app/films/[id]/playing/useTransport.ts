'use client';

import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { FrameRate } from '@/ml/timeCode/frameRate';
import type { OpenedFilm } from '@/app/ui/film/file/openedFilm';
import type { SoundLevels } from './soundLevels';
import type { Transport, TransportState } from './transport';
import { TransportStore } from './transportStore';

interface TransportParts {
  film: OpenedFilm | null;
  /** The project's, which may override the film's own. */
  rate: FrameRate;
  lengthFrames: number;
}

/** The one transport of a bench; it stops where another film is opened. */
export function useTransport({ film, rate, lengthFrames }: TransportParts): TransportStore {
  const [transport] = useState(() => new TransportStore());
  const { numerator, denominator } = rate;
  useEffect(
    () => transport.setTiming({ rate: { numerator, denominator }, lengthFrames }),
    [transport, numerator, denominator, lengthFrames],
  );
  const address = film?.url;
  useEffect(() => () => transport.pause(), [transport, address]);
  useEffect(() => () => transport.close(), [transport]);
  return transport;
}

const stopped: TransportState = { frame: 0, isPlaying: false, speed: 1 };
const atStart = () => stopped;

/** The state of a transport as it changes, at most once a picture of the screen. */
export function useTransportState(transport: Transport): TransportState {
  return useSyncExternalStore(transport.subscribe, transport.getState, atStart);
}

/** The frame that is shown. */
export function useFrame(transport: Transport): number {
  const getFrame = useCallback(() => transport.getState().frame, [transport]);
  return useSyncExternalStore(transport.subscribe, getFrame, () => 0);
}

const fullLevels: SoundLevels = { film: 1, music: 1 };

/** How loud the film's own sound and the music are, and how to change it; remembered by the browser. */
export function useLevels(transport: TransportStore): {
  levels: SoundLevels;
  setLevels: (change: Partial<SoundLevels>) => void;
} {
  const levels = useSyncExternalStore(transport.subscribe, transport.getLevels, () => fullLevels);
  return { levels, setLevels: transport.setLevels };
}

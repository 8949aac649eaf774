'use client';

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { OpenedFilm } from '@/app/ui/film/file/openedFilm';
import { filmActivity, guessArousal, type FilmActivity } from './guessArousal';

/** A guess at a film's arousal, which is off until it is asked for. */
export interface ArousalHint {
  isOn: boolean;
  turn: (isOn: boolean) => void;
  /** From -1 to 1, each half second from the film's first frame; null while it is off or not known yet. */
  arousal: Float32Array | null;
  /** How far the film is looked at, from 0 to 1; null where it is not. */
  fraction: number | null;
  failure: string | null;
}

type Knowing =
  | { kind: 'off' }
  | { kind: 'looking'; fraction: number }
  | { kind: 'known'; film: OpenedFilm; activity: FilmActivity }
  | { kind: 'failed'; reason: string };

/** A guess at the arousal of a film, with the cuts of its project. */
export function useArousalHint(film: OpenedFilm | null, cuts: readonly number[]): ArousalHint {
  const [isOn, setOn] = useState(false);
  const [knowing, setKnowing] = useState<Knowing>({ kind: 'off' });
  const leaving = useRef<AbortController | null>(null);
  useEffect(() => () => leaving.current?.abort(), [film]);
  const turn = useCallback(
    (on: boolean) => {
      leaving.current?.abort();
      setOn(on);
      if (!on || !film) return;
      const { signal } = (leaving.current = new AbortController());
      const onProgress = (fraction: number) => setKnowing({ kind: 'looking', fraction });
      onProgress(0);
      filmActivity(film, { signal, onProgress }).then(
        (activity) => setKnowing({ kind: 'known', film, activity }),
        (error: unknown) => {
          if (signal.aborted) return setKnowing({ kind: 'off' });
          setKnowing({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) });
        },
      );
    },
    [film],
  );
  const activity = isOn && knowing.kind === 'known' && knowing.film === film ? knowing.activity : null;
  const arousal = useMemo(
    () => (film && activity ? guessArousal(film, { activity, cuts }) : null),
    [film, activity, cuts],
  );
  return {
    ...{ isOn, turn, arousal },
    fraction: isOn && knowing.kind === 'looking' ? knowing.fraction : null,
    failure: isOn && knowing.kind === 'failed' ? knowing.reason : null,
  };
}

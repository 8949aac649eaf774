'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { EmotionPoint } from '@/ml/affect/emotionPoint';
import type { KeyPoint } from '@/ml/affect/keyPoint';
import { secondsOf } from '@/ml/timeCode/gridSeconds';
import type { TrajectoryEditor } from '@/app/ui/trajectory/useTrajectoryEditor';
import type { Board } from '../useBoard';
import { recordedCurve } from './recordedCurve';

/** How steadily a hand points, in units of valence and arousal. */
const handSteadiness = 0.03;
/** The curve is drawn anew this often while it is recorded. */
const shownEveryMs = 200;

/** A recording of the curve, and where in the plane one is. */
export interface Recording {
  isRecording: boolean;
  point: EmotionPoint;
  setPoint: (point: EmotionPoint) => void;
  start: () => void;
  stop: () => void;
}

interface Take {
  before: TrajectoryEditor['value']['drawing'];
  samples: KeyPoint[];
  gesture: string;
  shownAt: number;
}

/**
 * Records where one is in the plane at every frame that is shown, from start to stop; the film plays meanwhile. All of it
 * is one step of undo, and what lies outside of the recorded stretch stays. It ends where the film goes back.
 */
export function useRecording({ transport, film, lengthSeconds }: Board, editor: TrajectoryEditor): Recording {
  const [isRecording, setRecording] = useState(false);
  const [point, setShownPoint] = useState<EmotionPoint>({ valence: 0, arousal: 0 });
  const place = useRef(point);
  const take = useRef<Take | null>(null);
  const latest = useRef(editor);
  useEffect(() => {
    latest.current = editor;
  }, [editor]);

  const setPoint = useCallback((next: EmotionPoint) => {
    place.current = next;
    setShownPoint(next);
  }, []);
  const show = useCallback(({ before, samples, gesture }: Take) => {
    const { grain, edit } = latest.current;
    if (samples.length > 0 && grain)
      edit(recordedCurve(before, samples, { ...grain, tolerance: handSteadiness }), { gesture });
  }, []);
  const stop = useCallback(() => {
    if (take.current) show(take.current);
    take.current = null;
    setRecording(false);
  }, [show]);
  const start = useCallback(() => {
    if (take.current) return;
    const { drawing } = latest.current.value;
    take.current = { before: drawing, samples: [], gesture: `record ${performance.now()}`, shownAt: 0 };
    setRecording(true);
    if (!transport.getState().isPlaying) transport.play();
  }, [transport]);

  useEffect(() => {
    if (!isRecording) return;
    return transport.subscribe(() => {
      const { frame, isPlaying } = transport.getState();
      const current = take.current;
      if (!current) return;
      const t = secondsOf(frame, film.rate) / lengthSeconds;
      const last = current.samples.at(-1)?.t ?? -1;
      if (t < last || !isPlaying) return stop();
      if (t > last) current.samples.push({ t, ...place.current });
      if (performance.now() - current.shownAt < shownEveryMs) return;
      current.shownAt = performance.now();
      show(current);
    });
  }, [isRecording, transport, film.rate, lengthSeconds, show, stop]);
  return { isRecording, point, setPoint, start, stop };
}

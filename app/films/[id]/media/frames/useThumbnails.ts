'use client';

import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { OpenedFilm } from '@/app/ui/film/file/openedFilm';
import { ThumbnailStore } from './thumbnailStore';

interface ThumbnailWish {
  /** In the order in which they are to come; no others are made. */
  frames: readonly number[];
  heightPixels: number;
}

const none: ReadonlyMap<number, ImageBitmap> = new Map();
const silent = () => () => undefined;

/**
 * Small pictures of a film's frames, by frame; they come one after the other. What is not wanted any more is not made, and
 * a number of those that were made is kept. At thumbnails far apart, each is a frame near the one that was asked for.
 */
export function useThumbnails(
  film: OpenedFilm | null,
  { frames, heightPixels }: ThumbnailWish,
): ReadonlyMap<number, ImageBitmap> {
  const store = useMemo(() => film && new ThumbnailStore(film, heightPixels), [film, heightPixels]);
  const wanted = frames.join(' ');
  useEffect(() => store?.want(wanted === '' ? [] : wanted.split(' ').map(Number)), [store, wanted]);
  useEffect(() => () => store?.close(), [store]);
  return useSyncExternalStore(store?.subscribe ?? silent, store?.getKnown ?? (() => none), () => none);
}

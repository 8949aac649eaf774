'use client';

import { useEffect, useRef, useState } from 'react';
import { addTimeline, timelineFrames } from '@/app/ui/film/timelines/addTimeline';
import { openFilm } from '@/app/ui/film/file/openFilm';
import { readTimelineFile } from '@/app/ui/film/timelines/readTimelineFile';
import { isTimelineName } from '@/app/ui/film/timelines/timelineEndings';
import { nameOfFile, newProject, type NewProject } from './newProject';

interface ProjectReading {
  /** How far a file is read, from 0 to 1; null where none is. */
  reading: { name: string; fraction: number } | null;
  /** Why no project was made of a file, in words. */
  refusal: string | null;
  read: (file: File) => void;
}

/** Makes a new project of a film's file, or of a timeline that another program wrote. */
export function useProjectOfFile(onRead: (project: NewProject) => void): ProjectReading {
  const [state, setState] = useState<Omit<ProjectReading, 'read'>>({ reading: null, refusal: null });
  const leaving = useRef<AbortController | null>(null);
  useEffect(() => () => leaving.current?.abort(), []);
  const read = (file: File) => {
    leaving.current?.abort();
    const { signal } = (leaving.current = new AbortController());
    const onProgress = (fraction: number) =>
      setState({ reading: { name: file.name, fraction }, refusal: null });
    onProgress(0);
    const making = isTimelineName(file.name)
      ? projectOfTimeline(file, signal)
      : projectOfFilm(file, { signal, onProgress });
    making.then(
      (made) => {
        setState({ reading: null, refusal: 'refusal' in made ? made.refusal : null });
        if (!('refusal' in made)) onRead(made);
      },
      (error: unknown) => {
        if (signal.aborted) return;
        setState({ reading: null, refusal: error instanceof Error ? error.message : String(error) });
      },
    );
  };
  return { ...state, read };
}

type Made = NewProject | { refusal: string };

async function projectOfFilm(file: File, options: Parameters<typeof openFilm>[1]): Promise<Made> {
  const { film, refusal } = await openFilm(file, options);
  if (!film) return { refusal };
  const { rate, lengthFrames, dropFrame, sizeBytes, edgesHash } = film;
  const document = newProject(nameOfFile(file.name), {
    ...{ name: file.name.slice(-500), rate, lengthFrames, dropFrame, startFrame: film.startFrame ?? 0 },
    file: { sizeBytes, edgesHash },
  });
  return { document, film };
}

/** A timeline's film is as long as what lies on it; its rate is the guess of who read it, where the file tells none. */
async function projectOfTimeline(file: File, signal: AbortSignal): Promise<Made> {
  const first = await readTimelineFile(file, { signal });
  if (!first.described) return { refusal: first.refusal };
  const { timeline } = first.described;
  const { rate, dropFrame } = timeline;
  const { startFrame, lengthFrames } = timelineFrames(timeline);
  const film = { rate, dropFrame, startFrame, lengthFrames };
  const { described, refusal } = await readTimelineFile(file, { rate, dropFrame, film, signal });
  if (!described?.laid) return { refusal: refusal ?? `“${file.name}” could not be laid on a film` };
  const name = timeline.name.trim() === '' ? nameOfFile(file.name) : timeline.name.trim().slice(0, 500);
  const empty = newProject(name, { ...film, name: file.name.slice(-500), file: null });
  return {
    document: addTimeline(empty, described.laid, { markers: true, cuts: true, cues: 'none' }),
    film: null,
  };
}

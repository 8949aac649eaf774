'use client';

import { useQueries } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useTRPC } from '@/app/trpc';
import type { CueSection, FilmCue, FilmProject } from '@/app/ui/film/filmProject';
import { heardSection, type CuePreview } from './musicPlan';

/** A section's whole gain in decibels: its own, and what brings it to the project's loudness; null while that is measured. */
export type GainOf = (cue: FilmCue, section: CueSection) => number | null;

/** The gains that the sections of a project are handed over with. One that cannot be measured is left as loud as it is. */
export function useSectionGains(project: FilmProject, preview: CuePreview | null): GainOf {
  const trpc = useTRPC();
  const { film, cues, loudnessTargetLufs } = project;
  const questions = useMemo(
    () =>
      cues.flatMap((cue) => {
        const section = heardSection(cue, preview);
        return section && loudnessTargetLufs !== null
          ? [levelQuestion({ film, cue, section, targetLufs: loudnessTargetLufs })]
          : [];
      }),
    [film, cues, preview, loudnessTargetLufs],
  );
  const gains = useQueries({
    queries: questions.map((question) => ({
      ...trpc.film.sectionLevel.queryOptions(question),
      ...{ staleTime: Infinity, retry: false, refetchOnWindowFocus: false },
    })),
    combine: (answers) =>
      answers.map(({ data, isError }) => (isError ? { gainDecibels: 0, headroomDecibels: null } : data)),
  });
  return useCallback(
    (cue, section) => {
      if (loudnessTargetLufs === null) return section.gainDecibels;
      const asked = JSON.stringify(levelQuestion({ film, cue, section, targetLufs: loudnessTargetLufs }));
      const level = gains[questions.findIndex((question) => JSON.stringify(question) === asked)];
      if (!level) return null;
      return level.gainDecibels + Math.min(section.gainDecibels, level.headroomDecibels ?? Infinity);
    },
    [film, loudnessTargetLufs, gains, questions],
  );
}

type LevelQuestion = {
  film: FilmProject['film'];
  cue: FilmCue;
  section: CueSection;
  targetLufs: -23 | -16 | -14;
};

function levelQuestion({ film, cue, section, targetLufs }: LevelQuestion) {
  const { trackId, startSeconds, edit } = section;
  const { rate, startFrame } = film;
  const { inFrame, outFrame } = cue;
  return { trackId, startSeconds, edit, inFrame, outFrame, film: { rate, startFrame }, targetLufs };
}

'use client';

import { useMemo, useState } from 'react';
import { rateName, type FrameRate } from '@/ml/timeCode/frameRate';
import { timeCodeOf } from '@/ml/timeCode/timeCode';
import { Button } from '@/app/ui/button';
import { RateInput } from '@/app/ui/field/rateInput';
import { Select } from '@/app/ui/field/select';
import { TickBox } from '@/app/ui/field/tickBox';
import { formatCount } from '@/app/ui/format';
import type { FilmProject } from '@/app/ui/film/filmProject';
import {
  addTimeline,
  cutsOf,
  stretchesOf,
  type LaidTimeline,
  type TimelineWish,
} from '@/app/ui/film/timelines/addTimeline';
import type { DescribedTimeline } from '@/app/ui/film/timelines/readTimelineFile';
import styles from './timelinePicker.module.css';

interface TimelineOfferProps {
  project: FilmProject;
  described: DescribedTimeline;
  /** Reads the file anew at another rate. */
  onRate: (rate: FrameRate) => void;
  onTake: (change: (project: FilmProject) => FilmProject, words: string) => void;
  onLeave: () => void;
}

const nothing: LaidTimeline = { events: [], markers: [], remarks: [] };

/** What was read of a timeline, and what of it the project is to have. */
export function TimelineOffer({ project, described, onRate, onTake, onLeave }: TimelineOfferProps) {
  const { timeline } = described;
  const laid = described.laid ?? nothing;
  const counts = useMemo(() => countsOf(laid, project.film.lengthFrames), [laid, project.film.lengthFrames]);
  const [wish, setWish] = useState<TimelineWish>({
    ...{ markers: counts.markers > 0, cuts: counts.cuts > 0, cues: 'none' },
  });
  const cueWishes = [
    { value: 'none' as const, name: 'No cues', count: 1 },
    {
      value: 'markers' as const,
      name: `Cues of ${formatCount(counts.long, 'marker')} with a length`,
      count: counts.long,
    },
    {
      value: 'sound' as const,
      name: `Cues of ${formatCount(counts.sound, 'stretch', 'stretches')} of sound`,
      count: counts.sound,
    },
  ].filter(({ count }) => count > 0);
  const isEmpty = !wish.markers && !wish.cuts && wish.cues === 'none';
  return (
    <section className={styles.offer} aria-label="What was read">
      <p role="status">{readWords(described)}</p>
      {laid.remarks.length > 0 && (
        <ul className={styles.remarks} tabIndex={0} aria-label="Remarks">
          {laid.remarks.slice(0, 50).map((remark, place) => (
            <li key={place}>{remark}</li>
          ))}
        </ul>
      )}
      <div className={styles.wishes}>
        {timeline.rateFrom !== 'file' && (
          <RateInput label="The file does not tell its rate" value={timeline.rate} onChange={onRate} />
        )}
        {counts.markers > 0 && (
          <TickBox isSelected={wish.markers} onChange={(markers) => setWish({ ...wish, markers })}>
            {formatCount(counts.markers, 'marker')}
          </TickBox>
        )}
        {counts.cuts > 0 && (
          <TickBox isSelected={wish.cuts} onChange={(cuts) => setWish({ ...wish, cuts })}>
            {formatCount(counts.cuts, 'cut')}
            {project.cuts.length > 0 && `, in place of ${project.cuts.length}`}
          </TickBox>
        )}
        {cueWishes.length > 1 && (
          <Select
            label="Cues"
            value={wish.cues}
            options={cueWishes}
            onChange={(cues) => setWish({ ...wish, cues })}
          />
        )}
      </div>
      <div className={styles.deeds}>
        <Button
          size="small"
          kind="primary"
          isDisabled={isEmpty}
          onPress={() =>
            onTake(
              (now) => addTimeline(now, laid, wish),
              takenWords(project, addTimeline(project, laid, wish)),
            )
          }
        >
          Take in
        </Button>
        <Button size="small" kind="quiet" onPress={onLeave}>
          Leave it
        </Button>
      </div>
    </section>
  );
}

function countsOf(laid: LaidTimeline, lengthFrames: number) {
  const within = laid.markers.filter(({ frame, isSeen }) => isSeen && frame >= 0 && frame < lengthFrames);
  return {
    markers: within.length,
    cuts: cutsOf(laid, lengthFrames).length,
    long: stretchesOf(laid, 'markers').length,
    sound: stretchesOf(laid, 'sound').length,
  };
}

const formatNames: Record<DescribedTimeline['timeline']['format'], string> = {
  cmx3600: 'An EDL (CMX 3600)',
  'resolve-markers': 'Markers of Resolve',
  'premiere-markers': 'Markers of Premiere',
  fcpxml: 'An FCPXML timeline',
  xmeml: 'A Final Cut 7 XML timeline',
  otio: 'An OTIO timeline',
  'pro-tools': 'A session of Pro Tools',
  'avid-markers': 'Markers of Media Composer',
  csv: 'A table of times',
};

function readWords({ timeline }: DescribedTimeline): string {
  const { format, name, rate, rateFrom, dropFrame, startFrame, events, markers } = timeline;
  const start = startFrame === null ? '' : `, starts at ${timeCodeOf(startFrame, { rate, dropFrame })}`;
  const counted = `${rateFrom === 'file' ? 'at' : 'counted at'} ${rateName(rate)}${dropFrame ? ' drop frame' : ''}`;
  const held = `${formatCount(events.length, 'event')}, ${formatCount(markers.length, 'marker')}`;
  return `${formatNames[format]}${name.trim() === '' ? '' : `, “${name}”`}: ${held}; ${counted}${start}.`;
}

function takenWords(before: FilmProject, after: FilmProject): string {
  const counts: [number, string][] = [
    [after.markers.length - before.markers.length, 'marker'],
    [after.cuts === before.cuts ? 0 : after.cuts.length, 'cut'],
    [after.cues.length - before.cues.length, 'cue'],
  ];
  const taken = counts.filter(([count]) => count > 0).map((each) => formatCount(...each));
  return taken.length === 0 ? 'All of it was there already.' : `Taken in: ${taken.join(', ')}.`;
}

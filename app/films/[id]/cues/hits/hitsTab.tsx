'use client';

import { Button, IconButton } from '@/app/ui/button';
import { NumberInput } from '@/app/ui/field/numberInput';
import { Select } from '@/app/ui/field/select';
import { hitsAt, type HitPlace, type TrackEvents } from '@/ml/film/hitPoints';
import { rateHz } from '@/ml/timeCode/frameRate';
import type { Transport } from '../../playing/transport';
import type { CueSection, FilmCue, FilmProject } from '@/app/ui/film/filmProject';
import { codeOf } from '../../board/time/filmTime';
import { missWords } from '../matches/matchWords';
import styles from './hitsTab.module.css';

const mostHitPoints = 5;

type HitPoint = FilmCue['hitPoints'][number];

const eventNames = [
  { value: 'beat', name: 'a beat' },
  { value: 'onset', name: 'an onset' },
  { value: 'peak', name: 'a peak of arousal' },
] as const;

interface HitsTabProps {
  film: FilmProject['film'];
  cue: FilmCue;
  transport: Transport;
  /** The music that is tried, or was chosen, and its events as far as they are known. */
  section: CueSection | null;
  events: TrackEvents | undefined;
  onChange: (hitPoints: HitPoint[]) => void;
}

/** Frames of the cue on which something of the music is to fall. */
export function HitsTab({ film, cue, transport, section, events, onChange }: HitsTabProps) {
  const { hitPoints } = cue;
  const asked = { hits: hitPoints, startFrame: cue.inFrame, framesPerSecond: rateHz(film.rate) };
  const met = section && events ? hitsAt(asked, events, section.startSeconds) : null;
  const add = (event: HitPoint['event']) => {
    const { frame } = transport.getState();
    const within = Math.min(cue.outFrame - 1, Math.max(cue.inFrame, frame));
    const added: HitPoint = { frame: within, event, weight: 1 };
    onChange([...hitPoints, added].toSorted((a, b) => a.frame - b.frame));
  };
  const isFull = hitPoints.length >= mostHitPoints;
  return (
    <section className={styles.hits} aria-label="Hit points">
      <p className={styles.about}>
        Something of the music is to fall on a frame. Matches are ranked by their curve first; of those that
        follow it about as well, by what they miss here, and each is moved within its certain place.
      </p>
      {hitPoints.length > 0 && (
        <ul className={styles.list}>
          {hitPoints.map((hit, place) => (
            <Hit
              key={`${hit.frame} ${hit.event} ${place}`}
              {...{ film, hit }}
              miss={met?.misses[place]}
              onGoTo={() => transport.seek(hit.frame)}
              onChange={(changed) => onChange(hitPoints.with(place, changed))}
              onRemove={() => onChange(hitPoints.toSpliced(place, 1))}
            />
          ))}
        </ul>
      )}
      <div className={styles.add} role="group" aria-label="Add a hit point at the frame shown">
        <span>On the frame shown:</span>
        {eventNames.map(({ value, name }) => (
          <Button key={value} size="small" isDisabled={isFull} onPress={() => add(value)}>
            {name}
          </Button>
        ))}
      </div>
      {isFull && <p className={styles.about}>A cue has {mostHitPoints} hit points at most.</p>}
    </section>
  );
}

interface HitProps {
  film: FilmProject['film'];
  hit: HitPoint;
  miss: HitPlace['misses'][number] | undefined;
  onGoTo: () => void;
  onChange: (hit: HitPoint) => void;
  onRemove: () => void;
}

function Hit({ film, hit, miss, onGoTo, onChange, onRemove }: HitProps) {
  const timeCode = codeOf(film, hit.frame);
  return (
    <li className={styles.hit}>
      <Button size="small" kind="quiet" aria-label={`Go to ${timeCode}`} onPress={onGoTo}>
        {timeCode}
      </Button>
      <Select
        label={`What falls on ${timeCode}`}
        hideLabel
        value={hit.event}
        options={eventNames}
        onChange={(event) => onChange({ ...hit, event })}
      />
      <NumberInput
        label={`Weight of the hit point at ${timeCode}`}
        hideLabel
        unit="×"
        width="4.5rem"
        min={0.01}
        max={100}
        value={hit.weight}
        onChange={(weight) => Number.isFinite(weight) && onChange({ ...hit, weight })}
      />
      <span className={styles.miss} title="how late the music comes here">
        {miss === undefined ? '' : missWords(miss)}
      </span>
      <IconButton
        icon="close"
        size="small"
        aria-label={`Remove the hit point at ${timeCode}`}
        onPress={onRemove}
      />
    </li>
  );
}

'use client';

import { useMemo } from 'react';
import { decodeSpark } from '@/app/ui/arrays';
import { Button } from '@/app/ui/button';
import { emotionCss } from '@/app/ui/emotionColour';
import { formatClock, formatSigned, formatSpoken } from '@/app/ui/format';
import { Icon } from '@/app/ui/glyph';
import { LinkButton } from '@/app/ui/linkButton';
import { emotionGradient } from '@/app/ui/sparkCurve/emotionGradient';
import { planeLink } from '@/app/ui/url/links';
import { alongLink } from './alongLink';
import { loudnessOf } from './facts';
import type { TrackCurve, TrackDetail } from './trackCurve';
import styles from './trackHead.module.css';
import type { TrackPlayback } from './useTrackPlayback';

interface TrackHeadProps {
  track: TrackDetail;
  curve: TrackCurve;
  playback: TrackPlayback;
}

/** Which track this is, its figures at a glance, play, and the ways on from it. */
export function TrackHead({ track, curve, playback }: TrackHeadProps) {
  const along = useMemo(() => alongLink(curve), [curve]);
  return (
    <header className={styles.head}>
      <Cover track={track} />
      <div className={styles.names}>
        <h1 id="track-title" className={styles.title} dir="auto">
          {track.title}
        </h1>
        <p className={styles.by} dir="auto">
          {byline(track)}
        </p>
      </div>
      <Figures track={track} />
      <div className={styles.deeds}>
        <Button kind="primary" onPress={playback.toggle} isDisabled={track.missing}>
          <Icon name={playback.sounding ? 'pause' : 'play'} size={14} />
          {playback.sounding ? 'Pause' : 'Play'}
        </Button>
        <LinkButton href={planeLink(track)}>Tracks near this emotion</LinkButton>
        <LinkButton href={along}>Tracks that move like this</LinkButton>
      </div>
      {track.silent && (
        <p className={styles.missing}>
          There is nothing to hear in this recording: its emotion says nothing, and it has no place in the
          plane.
        </p>
      )}
      {track.missing && (
        <p className={styles.missing}>
          No file of this track is where it was: it cannot be played until one comes back.
        </p>
      )}
    </header>
  );
}

const byline = ({ artist, album, year }: TrackDetail): string =>
  [artist ?? 'Unknown artist', album, year].filter(Boolean).join(' · ');

/** The cover picture; a track without one shows its own colours from start to end. */
function Cover({ track }: { track: TrackDetail }) {
  const gradient = useMemo(() => emotionGradient(decodeSpark(track.sparkBase64)), [track.sparkBase64]);
  if (!track.hasCover)
    return <span className={styles.cover} style={{ backgroundImage: gradient }} aria-hidden="true" />;
  return (
    // The picture is the file's own and is served by this server alone; there is nothing to optimise.
    // eslint-disable-next-line @next/next/no-img-element
    <img
      className={styles.cover}
      src={`/api/tracks/${track.trackId}/cover`}
      alt={`Cover of ${track.album ?? track.title}`}
    />
  );
}

function Figures({ track }: { track: TrackDetail }) {
  return (
    <dl className={styles.figures}>
      <div>
        <dt>Length</dt>
        <dd>
          <span aria-hidden="true">{formatClock(track.durationSeconds)}</span>
          <span className="heard">{formatSpoken(track.durationSeconds)}</span>
        </dd>
      </div>
      <div>
        <dt>Tempo</dt>
        <dd>{track.tempoBpm === null ? 'no clear beat' : `${Math.round(track.tempoBpm)} BPM`}</dd>
      </div>
      <div>
        <dt>Loudness</dt>
        <dd>{loudnessOf(track)}</dd>
      </div>
      <div>
        <dt>Emotion{track.corrected && ', your word'}</dt>
        <dd className={styles.emotion}>
          <span
            className={styles.swatch}
            style={{ backgroundColor: emotionCss(track.valence, track.arousal) }}
          />
          valence {formatSigned(track.valence)}, arousal {formatSigned(track.arousal)}
        </dd>
      </div>
    </dl>
  );
}

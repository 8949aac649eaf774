'use client';

import { useMutation } from '@tanstack/react-query';
import Link from 'next/link';
import { useState } from 'react';
import { useTRPC } from '@/app/trpc';
import { Button } from '@/app/ui/button';
import { useMay } from '@/app/ui/caller/callerContext';
import { ChooseTrack } from '@/app/ui/study/chooseTrack';
import { FileWords } from './fileList';
import styles from './otherFiles.module.css';
import type { TrackDetail } from './trackCurve';
import { useRefreshAnswers } from './useRefreshAnswers';

type TrackFile = TrackDetail['files'][number];

/** The other encodings of this recording, and a person's word on whether they are: it goes before what was heard. */
export function OtherFiles({ track }: { track: TrackDetail }) {
  const { trackId, files } = track;
  const trpc = useTRPC();
  const refresh = useRefreshAnswers();
  const [parted, setParted] = useState<TrackFile | null>(null);
  const join = useMutation(trpc.catalogue.join.mutationOptions({ onSuccess: refresh }));
  const part = useMutation(trpc.catalogue.part.mutationOptions({ onSuccess: refresh }));
  const isMember = useMay('member');
  const others = encodingsOf(files.filter((file) => file.trackId !== trackId));
  return (
    <section aria-labelledby="track-others" className={styles.others}>
      <h2 id="track-others">Other files of this recording</h2>
      {others.length === 0 && <p className={styles.why}>None is known.</p>}
      {others.length > 0 && (
        <ul aria-labelledby="track-others" className={styles.list}>
          {others.map((encoding) => (
            <li key={encoding[0].trackId} className={styles.encoding}>
              <Encoding files={encoding} />
              {isMember && (
                <Button
                  size="small"
                  aria-label={`${nameOf(encoding[0])} is another recording`}
                  isDisabled={part.isPending}
                  onPress={() =>
                    part.mutate({ trackId: encoding[0].trackId }, { onSuccess: () => setParted(encoding[0]) })
                  }
                >
                  This is another recording
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {part.error && <p role="alert">{part.error.message}</p>}
      <div className={styles.join}>
        <p role="status">
          {parted && (
            <>
              <Link href={`/tracks/${parted.trackId}`}>{nameOf(parted)}</Link> is a track of its own now.
            </>
          )}
        </p>
        {isMember && (
          <ChooseTrack
            label="Join with a track of the same recording"
            words="Join with …"
            kind="plain"
            error={join.error}
            onChoose={({ trackId: withTrackId }, close) =>
              join.mutate(
                { trackId, withTrackId },
                {
                  onSuccess: () => {
                    setParted(null);
                    close();
                  },
                },
              )
            }
          />
        )}
      </div>
      <p className={styles.why}>
        Files are put together where they sound the same from beginning to end. What you say of them goes
        before that, and stays.
      </p>
    </section>
  );
}

function Encoding({ files }: { files: TrackFile[] }) {
  const [{ codec, sampleRateHz }] = files;
  return (
    <div>
      <p>
        {codec}, {(sampleRateHz / 1000).toLocaleString('en-GB')} kHz
      </p>
      {files.map((file) => (
        <FileWords key={file.path} file={file} />
      ))}
    </div>
  );
}

/** What a person calls a file: its name without the folders. */
const nameOf = ({ name, path }: TrackFile) => name ?? path.split(/[\\/]/).at(-1) ?? path;

/** The files of each encoding together. */
function encodingsOf(files: TrackFile[]): TrackFile[][] {
  const byTrack = new Map<number, TrackFile[]>();
  for (const file of files) byTrack.set(file.trackId, [...(byTrack.get(file.trackId) ?? []), file]);
  return [...byTrack.values()];
}

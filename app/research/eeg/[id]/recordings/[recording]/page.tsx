import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { pageCaller } from '@/app/pageCaller';
import { isAppError } from '@/server/base/errors';
import { recordingDetail } from '@/server/research/eeg/store/recordings/recordingDetail';
import { eegStudyDetail } from '@/server/research/eeg/store/studies/eegStudyDetail';
import { getServices } from '@/server/services';
import { RecordingPage } from './recordingPage';

interface PageProps {
  params: Promise<{ id: string; recording: string }>;
}

/** The recording of an address with its study; an address that names none leads to this page's not-found. */
const findRecording = cache(async (id: string, recordingId: string) => {
  if (![id, recordingId].every((text) => /^[1-9]\d{0,8}$/.test(text))) notFound();
  const { database } = getServices();
  const caller = await pageCaller();
  try {
    const recording = await recordingDetail(database, caller, Number(recordingId));
    if (recording.studyId !== Number(id)) notFound();
    return { recording, study: await eegStudyDetail(database, caller, recording.studyId) };
  } catch (error) {
    if (isAppError(error) && error.code === 'not-found') notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { id, recording } = await params;
  return { title: `EEG of ${(await findRecording(id, recording)).recording.participant}` };
}

export default async function Page({ params }: PageProps) {
  const { id, recording: recordingId } = await params;
  const { recording, study } = await findRecording(id, recordingId);
  return <RecordingPage key={recording.id} initial={recording} study={study} />;
}

import { join } from 'node:path';
import type { SimulatedEeg } from '@/ml/eeg/simulation/simulateEeg';
import { sessionTracks, simulatedSession, type SessionTrack } from '@/ml/eeg/simulation/simulatedSession';
import { simulatedElectrodes } from '@/ml/eeg/simulation/simulatedElectrodes';
import { writeEdf } from '../../recordings/write/edfFile';
import type { EdfRecording } from '../../recordings/write/edfRecording';

/** A participant's session as it was written. */
export interface SimulatedRecording {
  participant: string;
  /** Its file, within the folder. */
  file: string;
  tracks: SessionTrack[];
}

const stepMicrovolts = 0.1;

/**
 * Writes the session of a participant as an EDF+ file, a piece at a time; "simulated" stands in its name, for the
 * participant and for the equipment. Tracks are annotations, each from its first to its last moment.
 *
 * @param onPiece told when a piece of the session is written; may wait, or throw to stop
 */
export async function writeSimulatedRecording(
  folder: string,
  { eeg, participant }: { eeg: SimulatedEeg; participant: number },
  onPiece: () => Promise<void>,
): Promise<SimulatedRecording> {
  const { name } = eeg.participants[participant].traits;
  const tracks = sessionTracks(eeg, participant);
  const file = `${name}_simulated_eeg.edf`;
  await writeEdf(join(folder, file), headerOf(eeg, name, tracks), pieces(eeg, participant, onPiece));
  return { participant: name, file, tracks };
}

function headerOf({ plan }: SimulatedEeg, name: string, tracks: readonly SessionTrack[]): EdfRecording {
  return {
    participant: `${name} simulated`,
    equipment: 'simulated by Circumplex',
    startedAt: null,
    channels: [...simulatedElectrodes.keys()].map((site) => ({
      ...{ label: `EEG ${site}`, unit: 'uV' },
      ...{ rateHz: plan.rateHz, stepSize: stepMicrovolts },
    })),
    annotations: tracks.map(({ name: label, onsetSeconds, durationSeconds }) => ({
      label,
      onsetSeconds,
      durationSeconds,
    })),
  };
}

async function* pieces(eeg: SimulatedEeg, participant: number, onPiece: () => Promise<void>) {
  for (const { samples } of simulatedSession(eeg, participant)) {
    yield samples;
    await onPiece();
  }
}

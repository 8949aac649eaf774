import { access, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { overlapSeconds, studyPieces, type StudyPiece } from '@/ml/composer/studyPieces';
import type { AnalysisOutcome } from '../../analysis/analysisKind';
import { render } from '../../catalogue/demo/render';
import type { JobTools } from '../../jobs/jobKind';
import { arrangeSound } from './arrangeSound';

/** A piece of the simulated study with the file of its sound. */
export interface PieceSound {
  piece: StudyPiece;
  path: string;
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** What it takes to have pieces played. */
interface PieceTools extends Pick<JobTools, 'client' | 'signal'> {
  /** Where sounds are made; what is there already is not made again. */
  folder: string;
  /** Told the share of the work done, 0..1. */
  onShare: (share: number) => void;
}

/** Has every movement composed and played, and each piece put together from its own. */
export async function pieceSounds(
  tools: PieceTools,
  pieces: readonly StudyPiece[] = studyPieces,
): Promise<AnalysisOutcome<PieceSound[]>> {
  await mkdir(tools.folder, { recursive: true });
  const total = pieces.reduce((sum, { movements }) => sum + movements.length, 0);
  const answer: PieceSound[] = [];
  let done = 0;
  for (const piece of pieces) {
    const path = join(tools.folder, `${piece.name}.wav`);
    const played = (await isThere(path))
      ? null
      : await playPiece(piece, { path, tools, onMovement: (count) => tools.onShare((done + count) / total) });
    if (played !== null && played.kind !== 'answered') return played;
    done += piece.movements.length;
    answer.push({ piece, path });
  }
  return { kind: 'answered', answer };
}

async function playPiece(
  { movements, durationSeconds }: StudyPiece,
  { path, tools, onMovement }: { path: string; tools: PieceTools; onMovement: (count: number) => void },
): Promise<AnalysisOutcome<null>> {
  const paths: string[] = [];
  for (const { slug } of movements) {
    const movement = join(tools.folder, `${slug}.wav`);
    if (!(await isThere(movement))) {
      const played = await tools.client.request(render, { slug, path: movement }, { signal: tools.signal });
      if (played.kind !== 'answered') return played;
    }
    paths.push(movement);
    onMovement(paths.length);
  }
  await arrangeSound({ paths, overlapSeconds, durationSeconds }, path);
  for (const movement of paths) await rm(movement);
  return { kind: 'answered', answer: null };
}

import { type EncodingPlan } from './encodingPlan';
import { type PreparedStudy } from './preparedStudy';

/** @throws RangeError for the first thing in a plan that the study cannot serve or that makes no sense, with what to do. */
export function requirePlan(study: PreparedStudy, plan: EncodingPlan): void {
  requireSpaces(study, plan.spaces);
  if (plan.layers && plan.spaces.length < 2)
    throw new RangeError(`invalid layers: ${plan.spaces.join(', ')} (at least two, from the input on)`);
  requireDelays(study, plan);
  requirePenalties(plan);
  requireFolds(study, plan);
  if (plan.null && !(Number.isInteger(plan.null.count) && plan.null.count >= 1)) {
    throw new RangeError(`invalid null count: ${plan.null.count} (a whole number from 1 on)`);
  }
  if (plan.null?.kind === 'blocks' && !(plan.null.blockSamples >= 1)) {
    throw new RangeError(`invalid null blockSamples: ${plan.null.blockSamples} (at least 1)`);
  }
}

function requireSpaces({ pieces, participants }: PreparedStudy, spaces: readonly string[]): void {
  if (participants.length === 0 || pieces.length === 0) {
    throw new RangeError(
      `invalid study: ${participants.length} participants and ${pieces.length} pieces (at least one of each)`,
    );
  }
  if (spaces.length === 0 || new Set(spaces).size < spaces.length) {
    throw new RangeError(`invalid spaces: ${spaces.join(', ') || 'none'} (at least one, each once)`);
  }
  for (const space of spaces) {
    const lacking = pieces.find(({ shared, own }) => !(space in shared) && !(space in own));
    if (lacking)
      throw new RangeError(`invalid space: ${space} (piece ${lacking.name} has none of that name)`);
  }
}

function requireDelays({ pieces }: PreparedStudy, { delays }: EncodingPlan): void {
  const shortest = Math.min(...pieces.map(({ samples }) => samples));
  const wrong = delays.find((delay) => !Number.isInteger(delay) || Math.abs(delay) >= shortest);
  if (delays.length === 0 || wrong !== undefined || new Set(delays).size < delays.length) {
    const told = wrong ?? (delays.join(', ') || 'none');
    throw new RangeError(
      `invalid delays: ${told} (whole samples, each once, shorter than the shortest piece of ${shortest})`,
    );
  }
}

function requirePenalties({ alphas, banded }: EncodingPlan): void {
  const wrong = alphas.find((alpha) => !(alpha >= 0 && Number.isFinite(alpha)));
  if (alphas.length === 0 || wrong !== undefined) {
    throw new RangeError(`invalid alphas: ${wrong ?? 'none'} (at least one, each from 0 on)`);
  }
  if (banded && !(Number.isInteger(banded.candidates) && banded.candidates >= 1)) {
    throw new RangeError(`invalid banded candidates: ${banded.candidates} (a whole number from 1 on)`);
  }
}

function requireFolds({ pieces }: PreparedStudy, { folds, delays }: EncodingPlan): void {
  if (folds.kind === 'pieces') {
    if (pieces.length > 1) return;
    throw new RangeError('invalid folds: pieces (a study of one piece has none to leave out: choose blocks)');
  }
  if (!(Number.isInteger(folds.count) && folds.count >= 3)) {
    throw new RangeError(
      `invalid folds count: ${folds.count} (at least 3 blocks, of which penalties are chosen by two)`,
    );
  }
  const longest = longestDelay(delays);
  if (!(Number.isInteger(folds.gapSamples) && folds.gapSamples >= longest)) {
    throw new RangeError(
      `invalid folds gapSamples: ${folds.gapSamples} (at least the longest delay, ${longest})`,
    );
  }
}

/** The longest delay either way, in samples. */
export const longestDelay = (delays: readonly number[]): number => Math.max(...delays.map(Math.abs));

import { describe, expect, it } from 'vitest';
import { mono16k } from '../../beat/testing/composedBeats.testing';
import { demoPieces } from '../../composer/demoPieces';
import { alignedEntry } from './alignJoin';
import { barSteps } from './barSteps';
import { barSecondsOf } from './findEdit';
import { heardTrack } from './heardTrack';
import { contextDistance, joinCandidates } from './joinCandidates';
import { joinReports } from './joinReport';
import { repeatedPiece } from './testing/repeated.testing';

describe('a repeat that was planted', () => {
  it.each([['Running Home', 4, 8]] as const)('is found within 30 ms (%s)', (title, firstBar, bars) => {
    const piece = demoPieces.find((each) => each.title === title)!;
    const { sound, startSeconds, repeatSeconds } = repeatedPiece(piece, firstBar, bars);
    const track = heardTrack(mono16k(sound))!;
    const times = barSecondsOf(track);
    const barSeconds = (times.at(-1)! - times[0]) / (times.length - 1);
    const steps = barSteps(track);
    const [best] = joinCandidates(track, steps)
      .filter(({ from, to }) => Math.abs(times[to] - times[from] - repeatSeconds) < barSeconds / 2)
      .toSorted((a, b) => a.distance - b.distance);
    const entry = alignedEntry(track, times[best.from], times[best.to]);
    expect(Math.abs(entry - times[best.from] - repeatSeconds)).toBeLessThan(0.03);
    expect(times[best.from]).toBeGreaterThan(startSeconds - barSeconds);
    expect(times[best.from]).toBeLessThan(startSeconds + repeatSeconds + barSeconds);

    const distance = contextDistance(track);
    const others = times.slice(1, -1).map((_, bar) => distance(best.from, bar));
    expect(others.filter((other) => other <= best.distance).length).toBeLessThan(0.1 * others.length + 1);

    const pieces = [
      { startSeconds: times[0], endSeconds: times[best.from] },
      { startSeconds: entry, endSeconds: times.at(-1)! },
    ];
    const [report] = joinReports({ track, steps }, { pieces }, [best]);
    expect(Math.abs(report.beatPhaseMs)).toBeLessThan(30);
    expect(Math.abs(report.tempoChangePercent)).toBeLessThan(6);
    expect(Math.abs(report.loudnessStepLu!)).toBeLessThan(6);
    expect(report.timbrePercentile).toBeLessThanOrEqual(95);
    expect(report.harmonyPercentile).toBeLessThanOrEqual(95);
  });
});

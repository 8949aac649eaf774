import { type TestedMap } from '../encodingReport';
import { NullTally, untested } from '../nulls/nullTally';
import { groupMap, modelsOf, participantMaps, type Statistic } from './statistic';
import { type ParticipantMaps, type PieceTable } from './scoreMaps';

/** The statistics of an analysis: what was observed, and what draws of a null make of those that it tests. */
export class TestedStatistics {
  private readonly maps = new Map<string, ParticipantMaps>();
  private readonly observed = new Map<string, Float64Array>();
  private readonly tallies = new Map<string, NullTally>();

  constructor(
    readonly statistics: readonly Statistic[],
    tableOf: (model: string) => PieceTable,
    readonly targets: number,
  ) {
    for (const statistic of statistics) {
      const maps = participantMaps(statistic, tableOf);
      this.maps.set(statistic.key, maps);
      this.observed.set(statistic.key, groupMap(maps, targets));
    }
  }

  /** Those that are made of no other models than these. */
  madeOf(models: readonly string[]): Statistic[] {
    return this.statistics.filter((statistic) =>
      modelsOf(statistic).every((model) => models.includes(model)),
    );
  }

  /** [participant] [target] of what was observed. */
  participants(key: string): ParticipantMaps {
    return this.maps.get(key)!;
  }

  /** Adds one draw of the null of a statistic, of targets from `firstTarget` on. */
  draw(statistic: Statistic, drawn: Float64Array, at: { draw: number; draws: number; firstTarget?: number }) {
    const { key, twoSided } = statistic;
    const observed = this.observed.get(key)!;
    const tally = this.tallies.get(key) ?? new NullTally(observed, { draws: at.draws, twoSided });
    this.tallies.set(key, tally);
    tally.add(at.draw, drawn, at.firstTarget);
  }

  result(key: string): TestedMap {
    return this.tallies.get(key)?.result() ?? untested(this.observed.get(key)!);
  }
}

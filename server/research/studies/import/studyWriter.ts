import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { studyFiles, studyParticipants, studySeries, studyStimuli, studyTargets } from '@/db/schema';
import type { Target } from '@/ml/encoding/preparedStudy';
import type { StudySeriesKind } from '@/db/schema';
import type { ReadSeries } from './readSeriesFile';

/** A series that is to be kept, and whose it is. */
export interface NewSeries extends ReadSeries {
  kind: StudySeriesKind;
  stimulus: string;
  participant: string | null;
  afterScan: boolean;
  shiftSeconds: number;
  /** The file it was read from, or what computed it. */
  source: string;
}

/** What is said of a piece. */
export interface NewStimulus {
  name: string;
  mood?: string | null;
  durationSeconds?: number | null;
  trackId?: number | null;
  soundFileId?: number | null;
}

/** Writes the parts of one study, in a transaction; what has the same name is replaced. */
export class StudyWriter {
  constructor(
    private readonly executor: Executor,
    private readonly studyId: number,
  ) {}

  /** Adds participants that are not there yet. */
  async participants(labels: string[]): Promise<void> {
    const rows = [...new Set(labels)].map((label) => ({ studyId: this.studyId, label }));
    if (rows.length > 0) await this.executor.insert(studyParticipants).values(rows).onConflictDoNothing();
  }

  /** Adds pieces, and says more of those that are there: what is left out stays. */
  async stimuli(stimuli: NewStimulus[]): Promise<void> {
    for (const { name, ...said } of stimuli) {
      const known = Object.fromEntries(
        Object.entries(said).filter(([, value]) => value !== null && value !== undefined),
      );
      await this.executor
        .insert(studyStimuli)
        .values({ studyId: this.studyId, name, ...known })
        .onConflictDoUpdate({
          target: [studyStimuli.studyId, studyStimuli.name],
          set: { name: sql`excluded.name`, ...known },
        });
    }
  }

  /** Puts these regions in place of those that were known. */
  async targets(targets: Target[]): Promise<void> {
    await this.executor.delete(studyTargets).where(eq(studyTargets.studyId, this.studyId));
    const rows = targets.map(({ centre, ...target }, position) => ({
      ...{ ...target, studyId: this.studyId, position },
      centre: centre === null ? null : ([...centre] as [number, number, number]),
    }));
    if (rows.length > 0) await this.executor.insert(studyTargets).values(rows);
  }

  /** Adds series, with their participants and pieces. */
  async series(all: NewSeries[]): Promise<void> {
    await this.participants(all.flatMap(({ participant }) => participant ?? []));
    await this.stimuli([...new Set(all.map(({ stimulus }) => stimulus))].map((name) => ({ name })));
    const stimuli = await this.idsOf(studyStimuli, studyStimuli.name);
    const people = await this.idsOf(studyParticipants, studyParticipants.label);
    for (const { stimulus, participant, startSeconds, ...series } of all) {
      const participantId = participant === null ? null : (people.get(participant) ?? null);
      const values = {
        ...{ ...series, studyId: this.studyId, stimulusId: stimuli.get(stimulus)!, participantId },
        startSeconds: startSeconds ?? 0,
      };
      await this.replace(values);
    }
  }

  /** Says how long pieces last, in seconds by name, where nobody said it yet. */
  async lengths(lengths: ReadonlyMap<string, number>): Promise<void> {
    for (const [name, durationSeconds] of lengths)
      await this.executor
        .update(studyStimuli)
        .set({ durationSeconds })
        .where(
          and(
            eq(studyStimuli.studyId, this.studyId),
            eq(studyStimuli.name, name),
            isNull(studyStimuli.durationSeconds),
          ),
        );
  }

  /** Says how reading a file ended. */
  async file(name: string, state: 'read' | 'kept' | 'refused', failure: string | null = null): Promise<void> {
    await this.executor
      .update(studyFiles)
      .set({ state, failure })
      .where(and(eq(studyFiles.studyId, this.studyId), eq(studyFiles.name, name)));
  }

  private async replace(values: typeof studySeries.$inferInsert): Promise<void> {
    const { stimulusId, participantId, kind, name } = values;
    await this.executor
      .delete(studySeries)
      .where(
        and(
          eq(studySeries.stimulusId, stimulusId),
          participantId == null
            ? isNull(studySeries.participantId)
            : eq(studySeries.participantId, participantId),
          inArray(studySeries.kind, [kind]),
          eq(studySeries.name, name),
        ),
      );
    await this.executor.insert(studySeries).values(values);
  }

  private async idsOf(
    table: typeof studyStimuli | typeof studyParticipants,
    name: typeof studyStimuli.name | typeof studyParticipants.label,
  ): Promise<Map<string, number>> {
    const rows = await this.executor
      .select({ id: table.id, name: sql<string>`${name}` })
      .from(table)
      .where(eq(table.studyId, this.studyId));
    return new Map(rows.map((row) => [row.name, row.id]));
  }
}

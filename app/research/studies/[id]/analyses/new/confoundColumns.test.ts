import { describe, expect, it } from 'vitest';
import type { StudySeries } from '@/app/ui/study/studyAnswers';
import { confoundColumns, motionColumns } from './confoundColumns';

const run = (kind: StudySeries['kind'], columns: string[]) => ({ kind, columns }) as StudySeries;

describe('confoundColumns', () => {
  it('are those that every run has, in the order of the first', () => {
    const series = [
      run('recording', ['V1']),
      run('confounds', ['rot_x', 'csf', 'trans_y', 'spike_3']),
      run('confounds', ['csf', 'trans_y', 'rot_x']),
    ];
    expect(confoundColumns({ series })).toEqual(['rot_x', 'csf', 'trans_y']);
    expect(confoundColumns({ series: series.slice(0, 1) })).toEqual([]);
  });

  it('are begun with the movement of the head, or with the first', () => {
    expect(motionColumns(['csf', 'trans_x', 'trans_x_derivative1', 'rot_z'])).toEqual(['trans_x', 'rot_z']);
    expect(motionColumns(['csf', 'white_matter'])).toEqual(['csf']);
  });
});

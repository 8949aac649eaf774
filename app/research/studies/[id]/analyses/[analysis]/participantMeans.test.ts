import { expect, it } from 'vitest';
import { participantMeans } from './participantMeans';

it('has a number a participant, of one feature alone', () => {
  const best = [
    { participant: '01', feature: 'envelope', z: 0.1 },
    { participant: '01', feature: 'envelope', z: 0.3 },
    { participant: '02', feature: 'envelope', z: 0.5 },
    { participant: '01', feature: 'VGGish', z: 9 },
  ];
  expect(participantMeans(best, 'envelope')).toEqual([0.2, 0.5]);
  expect(participantMeans(best, 'none')).toEqual([]);
});

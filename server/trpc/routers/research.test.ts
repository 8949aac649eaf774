import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invalid, notFound, openTestHouse, refusal, type TestHouse } from '../testing/house.testing';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse(20);
});
afterAll(() => house.close());

describe('research.models and research.model', () => {
  it('tell every card that ships, and each one whole', async () => {
    const models = await house.ask.research.models();
    const kinds = models.map(({ name }) => name.replace(/-\d+$/, ''));
    expect(kinds).toEqual(expect.arrayContaining(['bridge', 'dynamic', 'embedding', 'emotion', 'triplet']));
    for (const { name, about } of models) {
      const card = await house.ask.research.model({ name });
      expect(card.markdown).toMatch(/^# /);
      expect(card.about).toBe(about);
    }
  });

  it('refuse a card that is not there, and a name that is none', async () => {
    const words = 'invalid model: emotion-0 (no such card: choose one of the list)';
    expect(await refusal('research.model', { name: 'emotion-0' })).toEqual(notFound(words));
    expect(await refusal('research.model', { name: '../secret' })).toEqual(
      notFound('invalid model: ../secret (no such card: choose one of the list)'),
    );
    const tooLong = `invalid name: ${'x'.repeat(60)}… (too big: expected string to have <=100 characters)`;
    expect(await refusal('research.model', { name: 'x'.repeat(101) })).toEqual(invalid(tooLong));
  });
});

describe('research.featureMaps', () => {
  it('lays the library out by its own and by the learned features, whose network ships', async () => {
    for (;;) {
      const answer = await house.ask.research.featureMaps();
      expect(answer).toMatchObject({ total: 20, lacking: 0 });
      expect(answer?.triplet).toMatch(/^triplet-\d+$/);
      if (!answer?.mapped) continue;
      expect(answer.mapped.fault).toBeNull();
      expect(answer.mapped.tracks).toHaveLength(20);
      expect(answer.mapped.learned?.measures.trustworthiness).toBeGreaterThan(0);
      return;
    }
  });
});

describe('research.pieces and research.piece', () => {
  it('tell the held-out predictions, which ship', async () => {
    const found = await house.ask.research.pieces();
    expect(found?.model).toMatch(/^dynamic-\d+$/);
    expect(found?.pieces.length).toBeGreaterThan(0);
    const piece = found?.pieces[0] ?? '';
    const { curves, ...compared } = await house.ask.research.piece({ piece });
    expect(compared).toMatchObject({ piece, hopSeconds: 0.5 });
    expect(curves.length).toBeGreaterThan(1);
    for (const { valence, arousal } of curves) expect(valence).toHaveLength(arousal.length);
  });

  it('refuse a piece that is not among them', async () => {
    const words = 'invalid piece: toString (choose one of the list)';
    expect(await refusal('research.piece', { piece: 'toString' })).toEqual(notFound(words));
    expect(await refusal('research.piece', {})).toEqual(
      invalid('invalid piece: (none) (expected string, received undefined)'),
    );
  });
});

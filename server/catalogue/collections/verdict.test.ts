import { describe, expect, it } from 'vitest';
import { verdictOn } from './verdict';

const sound = { seconds: 10, levelDb: -20 };

describe('verdictOn', () => {
  it.each([
    ['right', { sound }, [{ seconds: 10.1, levelDb: -20.5 }]],
    ['right', { sound }, [{ seconds: 3, levelDb: -20 }, sound]],
    ['right', { sound: { seconds: 1, levelDb: -120 } }, [{ seconds: 1, levelDb: -90 }]],
    ['right', { sound, reason: 'holes' }, [sound]],
    ['wrong', { sound }, [{ seconds: 12, levelDb: -20 }]],
    ['wrong', { sound }, [{ seconds: 10, levelDb: -23 }]],
    ['unjudged', { sound }, []],
    ['refused', { sound, reason: 'it is cut off' }, [{ seconds: 12, levelDb: -20 }]],
    ['refused', { reason: 'it is empty' }, [sound]],
  ] as const)('says %s', (verdict, hearing, others) => {
    expect(verdictOn(hearing, [...others])).toBe(verdict);
  });
});

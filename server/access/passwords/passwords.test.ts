import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPassword, passwordHash } from './passwordHash';
import { requireGoodPassword } from './requireGoodPassword';

describe('a password', () => {
  it('is kept by Argon2id with a salt of its own, and known again however it was typed', async () => {
    const [one, other] = [await passwordHash('Käse & Brot im Mai'), await passwordHash('Käse & Brot im Mai')];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=47104,t=2,p=1\$/);
    expect(other).not.toBe(one);
    expect(await isPassword('Käse & Brot im Mai'.normalize('NFD'), one)).toBe(true);
    expect(await isPassword('Käse & Brot im Juni', one)).toBe(false);
  });

  it('is nobody’s where there is none', async () => {
    for (const kept of [null, undefined])
      expect(await isPassword('nobody has this password', kept)).toBe(false);
  });

  it.each([
    ['seven dogs', 'too short'],
    ['x'.repeat(129), 'too long'],
    ['aaaaaaaaaaaa', 'over and over'],
    ['abababababab', 'over and over'],
    ['123456789012', 'follow each other'],
    ['qwertyuiopas', 'follow each other'],
    ['Password12345!', 'among the first'],
    ['iloveyou-2026', 'among the first'],
    ['passwordpassword', 'among the first'],
    ['Annabella1999!', 'among the first'],
    ['circumplex123', 'among the first'],
    ['p-a-s-s-w-o-r-d-1-2-3', 'among the first'],
    ['correcthorsebatterystaple', 'among the first'],
    ['Correct Horse Battery Staple', 'among the first'],
    ['aaaabbbbccccddddeeee', 'follow each other'],
    ['18439184391843', 'over and over'],
  ])('that is guessed first is refused: %s', (password, words) => {
    expect(() => requireGoodPassword(password, 'Annabella')).toThrow(words);
    try {
      requireGoodPassword(password, 'Annabella');
    } catch (error) {
      expect(String(error)).not.toContain(password);
    }
  });

  it('may be of whatever one likes, also of figures, signs or pictures alone', () => {
    for (const password of [
      '839201748392017483',
      '58-31-77-02-94-16-63',
      'abc0174839201748a2917',
      '🐙🌵🚲🎻🍋🧊🦉🔔🪁🥁🧭🌋',
      'correct horse battery',
      'Über den Wolken 7',
      '密码密碼就是这样子吧朋友们',
      'tr0ub4dor&3xyz',
    ])
      requireGoodPassword(password, 'Anna');
    const manyBytes = fc
      .uint8Array({ minLength: 16, maxLength: 32 })
      .filter((bytes) => new Set(bytes).size > 12);
    fc.assert(
      fc.property(manyBytes, (bytes) =>
        requireGoodPassword(Buffer.from(bytes).toString('base64url'), 'Anna'),
      ),
    );
  });
});

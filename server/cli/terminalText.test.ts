import { describe, expect, it } from 'vitest';
import { terminalText } from './terminalText';

describe('terminalText', () => {
  it('shows what could move the cursor or turn the writing', () => {
    expect(terminalText('a\nb\u001b[31m\u202e\u0000')).toBe('a\\nb\\u{1b}[31m\\u{202e}\\u{0}');
    expect(terminalText('Sóng 🎻 Ümlaut')).toBe('Sóng 🎻 Ümlaut');
  });
});

import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { renderCard } from './renderCard';

const card = `# Model card: \`test-1\`

It says <script>alert(1)</script> and [odd](javascript:alert(1)).

## Tables & figures

| set | r |
|---|---|
| 4Q | **0.5** |

### Limits

## Limits
`;

describe('renderCard', () => {
  const { body, headings } = renderCard(card);
  const html = renderToStaticMarkup(body);

  it('lists every heading with an address that is its own and stands in the page', () => {
    expect(headings).toEqual([
      { id: 'card-model-card-test-1', level: 1, text: 'Model card: test-1' },
      { id: 'card-tables-figures', level: 2, text: 'Tables & figures' },
      { id: 'card-limits', level: 3, text: 'Limits' },
      { id: 'card-limits--2', level: 2, text: 'Limits' },
    ]);
    for (const { id, level } of headings) expect(html).toContain(`<h${level + 1} id="${id}">`);
  });

  it('makes tables that scroll by keyboard and are named', () => {
    expect(html).toMatch(/<div[^>]* tabindex="0" role="region" aria-label="Table: set"><table/);
    expect(html).toContain('<strong>0.5</strong>');
  });

  it('shows HTML as text and follows no script', () => {
    expect(html).toContain('&lt;script&gt;');
    expect(html).not.toContain('<script');
    expect(html).not.toContain('javascript:');
  });
});

import { Markup, markup } from './markup';
import { reportStyle } from './reportStyle';

/** What a report forbids itself: everything but its own style. No script of any name can run in it. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** Told at the top of whatever comes of simulated participants. */
export const simulatedWords =
  'Simulated participants: every recording and rating of this study was made by a generator. Nobody was scanned.';

/** One HTML document that loads nothing. */
export function reportPage({
  title,
  simulated,
  body,
}: {
  title: string;
  simulated: boolean;
  body: Markup[];
}): string {
  const banner = simulated ? markup`<p class="banner" role="note">${simulatedWords}</p>` : null;
  const shown = simulated ? `${title} (simulated)` : title;
  const page = markup`<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Circumplex">
<title>${shown}</title>
<style>${new Markup(reportStyle)}</style>
</head>
<body>
<main>
${banner}
<h1>${shown}</h1>
${body}
</main>
</body>
</html>
`;
  return `<!doctype html>\n${page.text}`;
}

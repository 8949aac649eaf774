import { brainTheme } from '@/ml/brain/colour/brainTheme';

const [light, dark] = [brainTheme('light'), brainTheme('dark')];

/**
 * The style of a report, on the ground of its maps: light and dark by the reader's system, light on paper.
 */
export const reportStyle = `
:root { color-scheme: light dark;
  --paper: light-dark(${light.surface}, ${dark.surface}); --raised: light-dark(#f6f6f4, #2b2b32);
  --ink: light-dark(${light.ink}, ${dark.ink}); --soft: light-dark(${light.inkSoft}, ${dark.inkSoft});
  --line: light-dark(#dedede, #3d3d45); --edge: light-dark(#85858c, #85858f);
  --warn: light-dark(#8a4b00, #f0b35c); --warn-paper: light-dark(#fff4de, #33270f);
  --focus: light-dark(#0072b2, #56b4e9); }
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink);
  font: 0.9375rem/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif; }
body { margin: 0 auto; max-width: 62rem; padding: 2rem clamp(1rem, 4vw, 3rem) 4rem; }
h1, h2, h3 { font-family: 'Iowan Old Style', 'Palatino Linotype', Palatino, Georgia, serif; line-height: 1.22;
  text-wrap: balance; margin: 0; font-weight: 600; }
h1 { font-size: 1.875rem; } h2 { font-size: 1.4375rem; margin-top: 3rem; padding-top: 1rem;
  border-top: 1px solid var(--line); } h3 { font-size: 1.0625rem; margin-top: 1.75rem; }
p { margin: 0.6rem 0; max-width: 46rem; overflow-wrap: anywhere; } .soft { color: var(--soft); } a { color: inherit; }
.banner { border: 2px solid var(--warn); background: var(--warn-paper); color: var(--warn); font-weight: 600;
  border-radius: 0.5rem; padding: 0.7rem 1rem; margin: 0 0 1.5rem; max-width: none; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: 0.75rem 1.5rem;
  margin: 1.25rem 0; }
.facts dt { color: var(--soft); font-size: 0.8125rem; } .facts dd { margin: 0; font-weight: 600; overflow-wrap: anywhere; }
ul { padding-left: 1.2rem; max-width: 46rem; } li { margin: 0.25rem 0; overflow-wrap: anywhere; }
.scroll { overflow-x: auto; margin: 0.75rem 0; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: 0.8125rem; }
caption { text-align: left; color: var(--soft); padding: 0 0 0.4rem; max-width: 46rem; }
th, td { padding: 0.2rem 0.9rem 0.2rem 0; text-align: left; vertical-align: baseline; }
thead th { border-bottom: 1px solid var(--edge); vertical-align: bottom; } tbody tr + tr > * { border-top: 1px solid var(--line); }
th[scope='row'] { font-weight: 400; } .number { text-align: right; white-space: nowrap; }
tr.found > * { font-weight: 650; }
figure { margin: 1rem 0; } figcaption { color: var(--soft); font-size: 0.8125rem; max-width: 46rem; }
svg { display: block; max-width: 100%; height: auto; color: var(--ink); }
.maps { display: grid; grid-template-columns: repeat(auto-fit, minmax(20rem, 1fr)); gap: 1.5rem; }
details { margin: 0.75rem 0; } summary { cursor: pointer; } summary:focus-visible { outline: 2px solid var(--focus); }
pre { overflow-x: auto; background: var(--raised); border: 1px solid var(--line); border-radius: 0.5rem; padding: 0.75rem;
  font-size: 0.75rem; white-space: pre-wrap; overflow-wrap: anywhere; }
.map-dark { display: none; }
@media (prefers-color-scheme: dark) { .map-dark { display: block; } .map-light { display: none; } }
@media print { .map-dark { display: none; } .map-light { display: block; }
  :root { color-scheme: light; } body { max-width: none; padding: 0; font-size: 9.5pt; }
  figure, tr, .maps > * { break-inside: avoid; } h2, h3 { break-after: avoid; } h2 { margin-top: 1.5rem; }
  .scroll { overflow: visible; } details::details-content { content-visibility: visible; block-size: auto; } }
`;

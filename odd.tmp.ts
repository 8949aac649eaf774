import { readFileSync } from 'node:fs';
import { openEeg } from './server/research/recordings/eeg/openEeg';
const list = JSON.parse(readFileSync(process.argv[2], 'utf8').replace(/\bNaN\b/g, 'null')) as any[];
const dir = process.argv[3];
for (const e of list) {
  const said: string[] = [];
  try {
    const r = await openEeg(dir + e.name);
    const idx = r.channels.map((_, i) => i);
    const first = idx.map(() => [] as number[]);
    for await (const b of r.blocks({ channels: idx })) b.forEach((s, i) => { for (const v of s) if (first[i].length < 3) first[i].push(v); });
    if (e.error) said.push('MNE refuses: ' + e.error + ' | ours: ' + r.channels.length + ' ch ' + r.channels[0]?.samples);
    else {
      if (JSON.stringify(r.channels.map((c) => c.name)) !== JSON.stringify(e.ch)) said.push('names ' + JSON.stringify(r.channels.map((c) => c.name)).slice(0, 100) + ' vs ' + JSON.stringify(e.ch).slice(0, 100));
      if (Math.abs(r.channels[0].rateHz - e.sfreq) > 1e-9) said.push('rate ' + r.channels[0].rateHz + ' vs ' + e.sfreq);
      if (r.channels[0].samples !== e.n) said.push('n ' + r.channels[0].samples + ' vs ' + e.n);
      const ev = [...r.events].map((x) => [+x.onsetSeconds.toFixed(6), +x.durationSeconds.toFixed(6), x.label]).sort((a: any, b: any) => a[0] - b[0] || a[1] - b[1] || (a[2] < b[2] ? -1 : 1));
      if (JSON.stringify(ev) !== JSON.stringify(e.events)) said.push('events ' + JSON.stringify(ev).slice(0, 240) + ' vs ' + JSON.stringify(e.events).slice(0, 240));
      const f = e.first.map((a: any, i: number) => [a, first[i], r.channels[i]?.unit, e.units?.[e.ch[i]]]);
      const off = f.filter(([a, b]: any) => { const k = a.findIndex((v: number) => Math.abs(v) > 0); if (k < 0) return b?.some((v: number) => v !== 0); const ratio = b?.[k] / a[k]; return ![1, 1e3, 1e6, 1e9].some((q) => Math.abs(ratio / q - 1) < 1e-6); });
      if (off.length) said.push('values ' + JSON.stringify(off[0]));
      if (String(e.date).slice(0, 19).replace(' ', 'T') !== String(r.startedAt)) said.push('date ' + r.startedAt + ' vs ' + e.date);
    }
    said.push(...r.warnings.map((w) => '  w: ' + w));
    const kinds = r.channels.map((c) => `${c.kind}/${c.unit}`); if (r.channels.length < 8) said.push('  kinds ' + kinds.join(' '));
  } catch (x: any) { said.push(`OURS REFUSES: ${x.constructor.name} ${x.message} | MNE ${e.error ?? 'reads'}`); }
  console.log(e.name, said.length ? '\n   ' + said.join('\n   ') : 'same');
}

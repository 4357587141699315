/** Dark on white, for screens from 360 px and for paper. */
export const stylesheet = `
:root { color-scheme: light; --ink: #1b1f24; --quiet: #4b5563; --line: #d5d9de; --band: #f4f5f6; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 1120px; padding: 0 20px 48px; background: #fff; color: var(--ink);
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", "Liberation Sans", Arial, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 2rem; line-height: 1.2; margin: 32px 0 4px; }
h2 { font-size: 1.4rem; line-height: 1.25; margin: 48px 0 8px; padding-top: 12px; border-top: 2px solid var(--ink); }
h3 { font-size: 1.1rem; margin: 28px 0 6px; }
h4 { font-size: 1rem; margin: 20px 0 4px; }
p { margin: 6px 0; max-width: 78ch; }
header p { max-width: none; }
.quiet, .note, .unit, figcaption small { color: var(--quiet); }
.note { font-size: .875rem; }
.verdict { border-left: 8px solid; padding: 10px 16px; margin: 20px 0 12px; background: var(--band); }
.verdict p { margin: 2px 0; max-width: none; }
.verdict .headline { font-size: 1.25rem; line-height: 1.3; font-weight: 700; }
.verdict.good { border-color: #00785a; } .verdict.mixed { border-color: #b45f06; } .verdict.bad { border-color: #b91c1c; }
.synthetic { border: 3px solid #b45f06; background: #fff7e6; padding: 10px 16px; margin: 12px 0; }
.synthetic p { max-width: none; margin: 2px 0; } .synthetic strong { display: block; letter-spacing: .02em; }
.tag { display: inline-block; border: 2px solid #b45f06; background: #fff7e6; font-size: .75rem; font-weight: 700; line-height: 1.4;
  padding: 0 6px; vertical-align: 2px; white-space: nowrap; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: 12px; margin: 20px 0; padding: 0; list-style: none; }
.facts li { border-top: 1px solid var(--line); padding-top: 6px; }
.facts b { display: block; font-size: 1.35rem; line-height: 1.25; font-variant-numeric: tabular-nums; }
.facts span { color: var(--quiet); font-size: .875rem; }
.scroll { overflow-x: auto; margin: 8px 0; max-width: 100%; }
.scroll:focus-visible { outline: 3px solid #2563eb; }
table { border-collapse: collapse; font-size: .9rem; font-variant-numeric: tabular-nums; min-width: min(100%, 420px); }
caption { text-align: left; min-width: 30ch; font-weight: 600; padding: 6px 0; }
/* It says what the heading of its section says, and names the table for those who do not see it. */
.study caption { position: absolute; min-width: 0; width: 1px; height: 1px; padding: 0; overflow: hidden; clip-path: inset(50%); }
th, td { padding: 4px 10px; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; overflow-wrap: normal; }
tbody th { font-weight: 400; } thead th { border-bottom: 2px solid var(--ink); vertical-align: bottom; }
th:first-child, td:first-child { padding-left: 0; }
.number { text-align: right; white-space: nowrap; } .text { min-width: 12ch; } tbody th { min-width: 14ch; max-width: 40ch; overflow-wrap: anywhere; }
thead .number { min-width: 6ch; white-space: normal; } .hash, .long { overflow-wrap: anywhere; white-space: normal; }
tr.total > * { font-weight: 700; border-top: 2px solid var(--ink); }
tr.group th { font-weight: 700; padding-top: 12px; border-bottom-color: var(--ink); }
.unit { font-weight: 400; font-size: .85em; white-space: nowrap; } .date { white-space: nowrap; }
code, .hash { font: .85em/1.4 ui-monospace, "Liberation Mono", Consolas, monospace; }
figure { margin: 12px 0 20px; min-width: 0; }
figcaption { font-weight: 600; margin-bottom: 4px; }
figcaption small { display: block; font-weight: 400; font-size: .875rem; max-width: 90ch; }
.panels { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 300px), 1fr)); gap: 8px 28px; max-width: 100%; }
.panels > :only-child { max-width: 420px; }
.chart svg { display: block; width: 100%; height: auto; } .chart { max-width: 420px; }
.chart.wide { max-width: none; min-width: 640px; } .chart.middle { max-width: 640px; }
.legend { list-style: none; display: flex; flex-wrap: wrap; gap: 2px 18px; padding: 0; margin: 4px 0; font-size: .875rem; }
.legend li { display: flex; gap: 7px; align-items: center; } .swatch { flex: none; }
.maps { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 420px), 1fr)); gap: 4px 28px; }
.map { margin: 8px 0; } .map figcaption { font-size: .9rem; }
.cells { display: flex; gap: 6px; height: 124px; }
.cells img { flex: 1; min-width: 0; width: 100%; height: 100%; image-rendering: pixelated; border: 1px solid #9aa1ab; }
.clock { width: 34px; display: flex; flex-direction: column; justify-content: space-between; text-align: right; line-height: 1; }
.clock, .months, .ends, .ramp { font-size: .75rem; color: var(--quiet); white-space: nowrap; }
.months { display: grid; grid-template-columns: 31fr 28fr 31fr 30fr 31fr 30fr 31fr 31fr 30fr 31fr 30fr 31fr; margin-left: 40px; }
.months.leap { grid-template-columns: 31fr 29fr 31fr 30fr 31fr 30fr 31fr 31fr 30fr 31fr 30fr 31fr; }
.months span { border-left: 1px solid #9aa1ab; padding-left: 2px; overflow: hidden; min-width: 0; }
.ends { display: flex; justify-content: space-between; margin-left: 40px; }
.ramp { display: flex; gap: 6px; align-items: center; margin: 4px 0 0 40px; } .ramp svg { outline: 1px solid #9aa1ab; }
.sheet { margin-top: 28px; } summary { cursor: pointer; font-weight: 600; padding: 6px 0; }
@media (max-width: 520px) {
  body { padding: 0 14px 32px; } h1 { font-size: 1.5rem; } th, td { padding: 4px 7px; } tbody th, .text { min-width: 11ch; }
  .months span { font-size: .6rem; border-left-width: 0; } .months span:nth-child(even) { visibility: hidden; }
}
@page { margin: 14mm 12mm 16mm; @bottom-right { content: counter(page) " / " counter(pages); font-size: 8pt; } }
@media print {
  html { font-size: 80%; } body { max-width: none; font-size: 10pt; padding: 0; } * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  table { font-size: 7.5pt; min-width: 0; } th, td { padding: 2px 4px; } thead .number { min-width: 0; } .text { min-width: 10ch; } tbody th { min-width: 14ch; } tbody th:nth-last-child(-n+6) { min-width: 20ch; }
  .many { font-size: 6pt; } .many th, .many td { padding: 2px 3px; } .many .text { min-width: 8ch; } .many tbody th { min-width: 11ch; }
  .scroll { overflow: visible; } .chart.wide { min-width: 0; } figure, tr, .verdict, .synthetic { break-inside: avoid; }
  h2, h3, h4, caption, thead, tr.group { break-after: avoid; } details::details-content { content-visibility: visible; block-size: auto; }
}
`;

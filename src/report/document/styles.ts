import type { Language } from '../../scenarios/text';
import { cssString, Markup } from './markup';

/** Fonts that Windows, macOS and Linux have for Chinese and Latin; nothing is fetched. */
const FONTS =
  '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC","WenQuanYi Micro Hei","Segoe UI",system-ui,sans-serif';

const SMALL = 'font-size: 8pt; color: #5d6b77';

/** The pages of one language: its name at the top, numbers at the bottom; plans lie on their side. */
function pagesOf(language: Language, heading: string, footing: string): string {
  const edges = `@top-left { content: ${cssString(heading).text}; ${SMALL} } @top-right { content: ${cssString(footing).text}; ${SMALL} } @bottom-center { content: counter(page) " / " counter(pages); ${SMALL} }`;
  return `@page ${language} { size: A4; margin: 20mm 15mm 18mm; ${edges} }
@page ${language}-cover { size: A4; margin: 20mm 15mm 18mm }
@page ${language}-plan { size: A4 landscape; margin: 18mm 15mm 16mm; ${edges} }
main.${language} { page: ${language} }
main.${language} .cover { page: ${language}-cover }
main.${language} .part-plan { page: ${language}-plan }
#lang-${language}:not(:checked) ~ main.${language} { display: none }
#lang-${language}:checked ~ .switch label[for="lang-${language}"] { background: #1f5f8b; color: #fff }
#lang-${language}:focus-visible ~ .switch label[for="lang-${language}"] { outline: 2px solid #1f5f8b; outline-offset: 2px }`;
}

const BASE = `* { box-sizing: border-box }
body { margin: 0; background: #e8edf2; color: #1d2b36; font: 10pt/1.55 ${FONTS} }
.pick { position: absolute; opacity: 0 }
.switch { display: flex; justify-content: center; gap: 8px; padding: 12px }
.switch label { padding: 4px 18px; border: 1px solid #1f5f8b; border-radius: 6px; background: #fff; cursor: pointer }
main { max-width: 210mm; margin: 0 auto 32px; padding: 20mm 15mm; background: #fff; box-shadow: 0 1px 8px #0002 }
h1 { margin: 0 0 6mm; font-size: 24pt; line-height: 1.3 }
h2 { margin: 9mm 0 3mm; padding-bottom: 1mm; border-bottom: 0.5mm solid #1f5f8b; font-size: 14pt; color: #1f5f8b }
h3 { margin: 5mm 0 2mm; font-size: 11pt }
h2, h3, caption, h2 + p { break-after: avoid }
p { margin: 0 0 2mm }
ul { margin: 0 0 2mm; padding-left: 5mm }
li, tr, figure, .keep { break-inside: avoid }
figure { margin: 2mm 0 }
table { width: 100%; margin: 2mm 0 3mm; border-collapse: collapse; font-size: 8.5pt; line-height: 1.4 }
table.laid { table-layout: fixed }
table.short { break-inside: avoid }
thead { display: table-header-group }
caption { padding: 1mm 0; text-align: left; font-weight: 600 }
th, td { padding: 0.8mm 1.6mm; border-bottom: 0.2mm solid #cfd8df; text-align: left; vertical-align: top; font-weight: 400; overflow-wrap: anywhere }
thead th { border-bottom: 0.4mm solid #1d2b36; background: #f2f5f7; font-weight: 600; overflow-wrap: normal }
.figure { text-align: right; font-variant-numeric: tabular-nums; overflow-wrap: normal }
td.figure { white-space: nowrap }
.note { margin: 1mm 0 2mm; font-size: 8.5pt; color: #5d6b77 }
small { color: #5d6b77 }
code, pre { font-family: Consolas, "DejaVu Sans Mono", Menlo, monospace; font-size: 8pt }
pre { margin: 1mm 0 2mm; padding: 2mm; background: #f2f5f7; white-space: pre-wrap; overflow-wrap: anywhere }
svg { display: block }
svg text { font-family: inherit; fill: #1d2b36 }
svg.chart { width: 100%; height: auto; font-size: 12px }
svg.chart .quiet { font-size: 11px; fill: #5d6b77 }
svg.chart .target { font-size: 11px; fill: #9c4717 }
.cover { display: flex; flex-direction: column; min-height: 235mm; break-after: page }
.cover .kind { margin: 30mm 0 4mm; color: #1f5f8b; font-size: 13pt; letter-spacing: 0.1em }
.cover dl { margin: 12mm 0 }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 1.5mm 6mm; margin: 2mm 0 }
dt { color: #5d6b77 }
dd { margin: 0; overflow-wrap: anywhere }
.cover .about { margin-top: auto; padding: 4mm; border-left: 1mm solid #b4582a; background: #f8f4ef }
.question { padding: 3mm 4mm; border-left: 1mm solid #1f5f8b; background: #eef4f9; font-size: 11pt }
.answer p { margin-bottom: 3mm; font-size: 11pt }
.tiles { display: grid; grid-template-columns: repeat(4, 1fr); gap: 3mm; margin: 5mm 0 }
.tiles div { padding: 3mm; border: 0.3mm solid #cfd8df; border-radius: 1.5mm; break-inside: avoid }
.tiles b { display: block; font-size: 15pt; line-height: 1.3; color: #1f5f8b }
.tiles small { display: block; line-height: 1.35 }
.contents { columns: 2; padding-left: 6mm }
.mark { white-space: nowrap }
.mark.good { color: #1d5a45 }
.mark.bad { color: #a8071a; font-weight: 600 }
.mark.open { color: #6d4c00 }
.plan-facts { margin-bottom: 1mm }
.plan-figure { overflow-x: auto }
.plan-figure svg { margin: 0 auto }
.plan-foot { display: flex; align-items: flex-start; gap: 6mm }
ul.legend { display: flex; flex-wrap: wrap; gap: 0 4mm; margin: 0; padding: 0; list-style: none; font-size: 8.5pt }
ul.legend li, .legend-line span { display: flex; align-items: center; gap: 1mm }
.legend-line { display: flex; gap: 5mm; margin-top: 1mm; font-size: 8.5pt }
.legend-line i { width: 3mm; height: 3mm; border: 0.1mm solid #5d6b77 }
.legend-line .serving { background: #2f7d6b }
.legend-line .walking { background: #e0a43b }
.legend-line .idle { background: #c5d3dc }
.legend-line .closed { background: #eceff2 }
@media print {
  body { background: #fff }
  .switch { display: none }
  main { max-width: none; margin: 0; padding: 0; box-shadow: none; print-color-adjust: exact; -webkit-print-color-adjust: exact }
  .plan-figure { overflow: visible }
  .part-plan h2 { margin-top: 0 }
}
@media (max-width: 700px) { main { padding: 8mm 5mm } .tiles { grid-template-columns: 1fr 1fr } table { display: block; overflow-x: auto } }`;

/** How a report looks, on a screen and on paper. */
export function stylesOf(
  pages: readonly {
    readonly language: Language;
    readonly heading: string;
    readonly footing: string;
  }[],
): Markup {
  return new Markup(
    [BASE, ...pages.map((one) => pagesOf(one.language, one.heading, one.footing))].join('\n'),
  );
}

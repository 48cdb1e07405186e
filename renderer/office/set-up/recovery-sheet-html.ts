import { escapeHtml } from '../../../shared/languages/markup.ts';
import { groupsOf } from './sheet-groups.ts';

/** The words of the printed sheet, in the language of the screens. */
export interface RecoverySheetWords {
  language: string;
  title: string;
  employerLabel: string;
  officeLabel: string;
  printedOnLabel: string;
  fingerprintLabel: string;
  secretLabel: string;
  qrLabel: string;
  /** Title and paragraph: what it is for, where to keep it. */
  sections: readonly (readonly [title: string, text: string])[];
}

interface RecoverySheetPage {
  employerName: string;
  officeName: string;
  printedOn: string;
  identity: string;
  fingerprint: string;
  /** A data URI. */
  qr: string;
}

const STYLE = `
@page { size: A4; margin: 20mm 20mm 18mm 25mm; }
* { box-sizing: border-box; }
body { margin: 0; font: 11pt/1.45 "Noto Sans", "DejaVu Sans", sans-serif; color: #1b1f23; }
h1 { font-size: 20pt; line-height: 1.2; margin: 0 0 6mm; }
h2 { font-size: 11pt; margin: 6mm 0 1mm; }
p { margin: 0; }
dl { display: grid; grid-template-columns: 42mm 1fr; gap: 1mm 4mm; margin: 0; }
dt { color: #4c555e; } dd { margin: 0; font-weight: 700; }
.secret { display: grid; grid-template-columns: 1fr 52mm; gap: 8mm; align-items: start; margin-top: 4mm; }
ol { list-style: none; margin: 0; padding: 0; display: grid; grid-template-columns: repeat(4, 1fr); gap: 2.5mm; }
li { border: 0.3mm solid #1b1f23; border-radius: 1mm; padding: 1mm 1.5mm; }
li small { display: block; font-size: 7.5pt; color: #4c555e; line-height: 1.2; }
code { font: 700 13pt/1.3 "DejaVu Sans Mono", "Cascadia Mono", Consolas, monospace; }
img { width: 52mm; height: 52mm; display: block; }
.mono { font-family: "DejaVu Sans Mono", Consolas, monospace; font-weight: 700; }
`;

/** One employer's recovery sheet as a page of its own. All values are escaped. */
export function recoverySheetHtml(page: RecoverySheetPage, words: RecoverySheetWords): string {
  const groups = groupsOf(page.identity).map(
    (group, index) => `<li><small>${index + 1}</small><code>${escapeHtml(group)}</code></li>`,
  );
  const facts: [string, string][] = [
    [words.employerLabel, page.employerName],
    [words.officeLabel, page.officeName],
    [words.printedOnLabel, page.printedOn],
  ];
  return `<!doctype html><html lang="${escapeHtml(words.language)}"><head><meta charset="utf-8"><title>${escapeHtml(words.title)}</title><style>${STYLE}</style></head><body><main>
<h1>${escapeHtml(words.title)}</h1>
<dl>${facts.map(([label, value]) => `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd>`).join('')}<dt>${escapeHtml(words.fingerprintLabel)}</dt><dd class="mono">${escapeHtml(page.fingerprint)}</dd></dl>
<h2>${escapeHtml(words.secretLabel)}</h2>
<div class="secret"><ol>${groups.join('')}</ol><img src="${escapeHtml(page.qr)}" alt="${escapeHtml(words.qrLabel)}"></div>
${words.sections.map(([title, text]) => `<h2>${escapeHtml(title)}</h2><p>${escapeHtml(text)}</p>`).join('')}
</main></body></html>`;
}

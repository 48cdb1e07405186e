import printed from '../../resources/locales/de/letter-print.json' with { type: 'json' };
import { escapeHtml } from '../languages/markup.ts';
import { phraseHtml } from '../languages/phrase.ts';
import { textWidthMm } from '../languages/text-width.ts';
import { companionCss } from './companion-css.ts';
import { germanDate } from './german-formats.ts';
import { letterCss } from './letter-css.ts';
import type { LetterSheet } from './letter-sheet.ts';
import { renderCompanion } from './render-companion.ts';

const lines = (text: string) => escapeHtml(text).replaceAll('\n', '<br>');
const present = (parts: readonly string[]) => parts.map((part) => part.trim()).filter((part) => part !== '');

// Mail addresses and web addresses may break after @ and dots, where a reader expects it, before they break anywhere.
const breakable = (address: string) => escapeHtml(address).replace(/[@.]/g, '$&<wbr>');

function letterhead({ letterhead: head }: LetterSheet): string {
  const reach = present([head.street, head.postalCodeAndTown]).map(escapeHtml);
  if (head.phone.trim() !== '') reach.push(phraseHtml(printed.contact.phone, { phone: escapeHtml(head.phone) }));
  reach.push(...present([head.email, head.website]).map(breakable));
  const unit = head.unit.trim() === '' ? '' : `<span class="unit">${escapeHtml(head.unit)}</span>`;
  const logo = head.logo === undefined ? '' : `<img class="logo" alt="" src="${escapeHtml(head.logo)}">`;
  return `<header class="letterhead placed"><div class="accent"></div>${logo}<p class="employer">${escapeHtml(head.name)}${unit}</p><p class="reach">${reach.join('<br>')}</p></header>`;
}

// One line of 80 mm, 7 pt; 6 pt is the least that form B allows, and the department goes before it comes to cutting.
function returnAddress({ letterhead: head }: LetterSheet): string {
  const full = present([head.name, head.unit, head.street, head.postalCodeAndTown]).join(' · ');
  const short = present([head.name, head.street, head.postalCodeAndTown]).join(' · ');
  const [text, size] = [
    [full, 7],
    [full, 6.5],
    [short, 7],
    [short, 6.5],
  ].find(([candidate, points]) => textWidthMm(String(candidate), Number(points)) <= 78) ?? [short, 6];
  return `<p class="return placed" style="font-size:${size}pt"><span>${escapeHtml(String(text))}</span></p>`;
}

function informationBlock({ information }: LetterSheet): string {
  const groups: [label: string, value: string][][] = [
    [
      [printed.information.yourReference, escapeHtml(information.yourReference)],
      [
        printed.information.yourMessageOn,
        information.yourMessageOn === null ? '' : germanDate(information.yourMessageOn),
      ],
      [printed.information.ourReference, escapeHtml(information.ourReference)],
    ],
    [
      [printed.information.name, escapeHtml(information.name)],
      [printed.information.phone, escapeHtml(information.phone)],
      [printed.information.email, breakable(information.email)],
    ],
    [[printed.information.date, germanDate(information.date)]],
  ];
  const rows = groups
    .map((group) => group.filter(([, value]) => value.trim() !== ''))
    .filter((group) => group.length > 0)
    .flatMap((group, groupIndex) =>
      group.map(
        ([label, value], index) =>
          `<li${groupIndex > 0 && index === 0 ? ' class="apart"' : ''}><span class="label">${escapeHtml(label)}</span> <span class="value">${value}</span></li>`,
      ),
    );
  return `<ul class="information placed">${rows.join('')}</ul>`;
}

function body(sheet: LetterSheet): string {
  let html = '';
  let rows: string[] = [];
  const closeTable = () => {
    if (rows.length > 0) html += `<table class="rows">${rows.join('')}</table>`;
    rows = [];
  };
  for (const { label, text } of sheet.body) {
    if (label === null) {
      closeTable();
      if (text !== '') html += `<p>${lines(text)}</p>`;
    } else {
      rows.push(`<tr><th scope="row">${escapeHtml(label)}</th><td>${lines(text)}</td></tr>`);
    }
  }
  closeTable();
  return html;
}

function ending(sheet: LetterSheet): string {
  const heading = sheet.enclosures.length === 1 ? printed.enclosure : printed.enclosures;
  const enclosures =
    sheet.enclosures.length === 0
      ? ''
      : `<section class="enclosures"><h2>${escapeHtml(heading)}</h2><ul>${sheet.enclosures.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul></section>`;
  const signature = present([sheet.signature.name, sheet.signature.role]).map(escapeHtml).join('<br>');
  return `<div class="end"><div><p>${escapeHtml(sheet.closing)}</p><p class="name">${signature}</p></div>${enclosures}</div>`;
}

// Law: SGB X §78 (2): staff of a recipient that is not bound by social-data secrecy itself must be told at the latest
// with the transmission. The paragraph is no part of a template, so that no edit can lose it.
function socialDataNotice(sheet: LetterSheet): string {
  if (sheet.recipientIsAuthority) return '';
  return `<section class="notice"><h2>${escapeHtml(printed.notice.heading)}</h2><p>${escapeHtml(printed.notice.text)}</p></section>`;
}

/**
 * The letter as one complete HTML document: DIN 5008:2020 form B on A4, followed by the companion page if the sheet has
 * one. It holds no script and loads nothing; printed by Chromium with CSS page sizes it is exact to the millimetre.
 * The document's title is the subject, which names no person.
 *
 * @param options.fontFaceCss `@font-face` rules with static Noto Sans and Vazirmatn as data URIs
 */
export function renderLetterHtml(sheet: LetterSheet, options: { fontFaceCss: string }): string {
  const companion = sheet.companion === null ? '' : renderCompanion(sheet.companion);
  return `<!doctype html>
<html lang="de" dir="ltr" translate="no">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:">
<title>${escapeHtml(sheet.subject)}</title>
<style>${options.fontFaceCss}</style>
<style>${letterCss(sheet, printed)}${sheet.companion === null ? '' : companionCss}</style>
</head>
<body>
<main class="letter">
<div class="mark fold placed" style="top:105mm"></div><div class="mark hole placed" style="top:148.5mm"></div><div class="mark fold placed" style="top:210mm"></div>
${letterhead(sheet)}
${returnAddress(sheet)}
<p class="remarks placed">${sheet.remarks.map((remark) => `<span>${escapeHtml(remark)}</span>`).join('')}</p>
<address class="recipient placed">${sheet.addressLines.map(escapeHtml).join('<br>')}</address>
${informationBlock(sheet)}
<h1 class="subject">${escapeHtml(sheet.subject)}</h1>
<div class="text">
<p class="salutation">${escapeHtml(sheet.salutation)}</p>
${body(sheet)}
${ending(sheet)}
${socialDataNotice(sheet)}
</div>
</main>
${companion}
</body>
</html>
`;
}

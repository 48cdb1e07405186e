import { useTranslation } from 'react-i18next';
import { renderLetterHtml } from '../../shared/letters/render-letter.ts';
import type { Letterhead } from '../../shared/office/office.contract.ts';
import { PaperFrame } from '../letters/paper-frame.tsx';
import classes from './office.module.css';

/** The head of the sheet and the address field of form B: that much shows every line of a letterhead. */
const SHOWN_MM = 96;

/** The head of a letter as it will be printed, set by the same rules as the letters themselves. */
export function LetterheadPreview({ letterhead }: { letterhead: Letterhead }) {
  const { t } = useTranslation('office');
  const html = renderLetterHtml(
    {
      template: { id: 'sample', version: 1 },
      letterhead,
      remarks: [],
      addressLines: [t('letterhead.sample.name'), t('letterhead.sample.street'), t('letterhead.sample.town')],
      recipientIsAuthority: true,
      information: {
        yourReference: '',
        yourMessageOn: null,
        ourReference: '',
        name: t('letterhead.sample.author'),
        phone: letterhead.phone,
        email: letterhead.email,
        date: '2026-01-31',
      },
      subject: ' ',
      salutation: ' ',
      body: [],
      closing: ' ',
      signature: { name: '', role: '' },
      enclosures: [],
      footer: [],
      companion: null,
    },
    { fontFaceCss: '' },
  );
  return (
    <div className={classes.letterheadPreview}>
      <PaperFrame html={html} title={t('letterhead.preview')} heightMm={SHOWN_MM} />
    </div>
  );
}

import texts from '../../../resources/locales/de/screens.json' with { type: 'json' };
import { renderSelfTestHtml } from '../../../shared/queue/slip-self-test.ts';
import type { Core } from '../core.ts';
import type { Db } from '../database/handles.ts';
import { screenSettings } from './screen-row.ts';

/** The page of hard strings on the office's paper for slips. */
export function renderSelfTest(db: Db, core: Core): string {
  return renderSelfTestHtml({
    paper: screenSettings(db).paper,
    fontFaceCss: core.ports.fontFaceCss,
    words: texts.selfTest,
  });
}

import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type ClientLanguage, isRightToLeft } from '../../shared/catalogue/catalogue.ts';
import { doorClientLines, doorLanguages } from '../../shared/interpreters/door-client-text.ts';
import type { DoorAnswer } from '../../shared/interpreters/interpreters.contract.ts';
import { ownNameOf } from '../i18n/catalogue-labels.ts';
import { KeyButton } from '../ui/keyboard/key-button.tsx';
import { Sheet } from '../ui/sheet.tsx';
import classes from './door.module.css';

/** The same answer for the other side of the counter: their language large, German small beneath, and nothing else on the screen. */
export function ClientView({ answer, onClose }: { answer: DoorAnswer; onClose: () => void }) {
  const { t } = useTranslation('interpreters');
  const [own, other] = doorLanguages(answer.language);
  return (
    <Sheet title={<span lang={answer.language}>{ownNameOf(answer.language)}</span>} fullScreen onClose={onClose}>
      <div className={classes.client}>
        {own && <Lines language={own} answer={answer} className={classes.own ?? ''} />}
        {other && <Lines language={other} answer={answer} className={classes.other ?? ''} />}
        <Group>
          <KeyButton keys="F6" variant="default" onClick={onClose}>
            {t('door.clientBack')}
          </KeyButton>
        </Group>
      </div>
    </Sheet>
  );
}

function Lines({ language, answer, className }: { language: ClientLanguage; answer: DoorAnswer; className: string }) {
  return (
    <div lang={language} dir={isRightToLeft(language) ? 'rtl' : 'ltr'} className={className}>
      {doorClientLines(language, answer).map((line) => (
        <span key={line}>{line}</span>
      ))}
    </div>
  );
}

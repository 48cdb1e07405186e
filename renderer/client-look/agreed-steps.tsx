import type { ClientLanguage } from '../../shared/catalogue/catalogue.ts';
import type { StepView } from '../../shared/consultations/consultations.contract.ts';
import { lookPhrases } from '../../shared/consultations/look-phrases.ts';
import { clientDate } from '../../shared/languages/client-calendar.ts';
import { stepInLanguage } from '../../shared/steps/step-in-language.ts';
import { STEP_OWNERS } from '../../shared/steps/step-phrase.contract.ts';
import { stepWords } from '../../shared/steps/step-words.ts';
import { useOfficePart } from '../catalogues/office-part.ts';
import { Bdi } from '../ui/bdi.tsx';
import classes from './client-look.module.css';

/** Who does what until when: in the client's language with German beside, as on the printed sheet. */
export function AgreedSteps({ steps, language }: { steps: readonly StepView[]; language: ClientLanguage }) {
  const { additions } = useOfficePart();
  const phrases = lookPhrases[language];
  const ownWordsOf = (id: string) => additions.find((addition) => addition.id === id)?.words ?? null;
  return STEP_OWNERS.map((owner) => {
    const theirs = steps.filter((step) => step.owner === owner);
    if (theirs.length === 0) return null;
    return (
      <section key={owner} className={classes.part} data-owner={owner}>
        <h3>{phrases[owner]}</h3>
        <ul>
          {theirs.map((step) => (
            <li key={step.id}>
              <Said said={stepInLanguage(language, step, ownWordsOf)} german={step.what} language={language} />
              {step.doneAt !== null ? (
                <span className={classes.when}>✓ {phrases.done}</span>
              ) : (
                step.dueOn !== null && (
                  <span className={classes.when}>
                    {phrases.until.replace('{{date}}', clientDate(language, step.dueOn))}
                  </span>
                )
              )}
            </li>
          ))}
        </ul>
      </section>
    );
  });
}

function Said({ said, german, language }: { said: string | null; german: string; language: ClientLanguage }) {
  if (language === 'de') return german;
  return (
    <>
      {said ?? <Bdi lang="de">{german}</Bdi>}
      <span className={classes.beside}>
        {said === null ? stepWords[language].onlyGerman : <Bdi lang="de">{german}</Bdi>}
      </span>
    </>
  );
}

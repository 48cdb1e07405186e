import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { isOwnId } from '../../shared/catalogue/own-ids.ts';
import { offeredIds } from '../../shared/catalogues/catalogues.rules.ts';
import { centralStepPhrases, findStepPhrase, ownStepBlock, type StepBlock } from '../../shared/steps/step-catalogue.ts';
import { type PhraseValues, phraseText } from '../../shared/steps/step-phrase.ts';
import { paperWord, phraseSentence, placeWord } from '../../shared/steps/step-words.ts';
import { useOfficePart } from '../catalogues/office-part.ts';

/** Phrase blocks, papers and places in the staff's language, with the blocks that the office added. */
export function usePhraseWords() {
  const { i18n } = useTranslation();
  const office = useOfficePart();
  const language = i18n.language === 'en' ? 'en' : 'de';
  return useMemo(() => {
    const own = new Map(office.additions.map((addition) => [addition.id, addition]));
    const ownWord = (id: string) => {
      const words = own.get(id)?.words;
      return words && (words[language] === '' ? words.de : words[language]);
    };
    const block = (id: string): StepBlock | null => {
      const owner = own.get(id)?.owner;
      return owner ? ownStepBlock({ id, owner }) : findStepPhrase(id);
    };
    return {
      block,
      /** The blocks to choose from. */
      blocks: offeredIds('step', centralStepPhrases, office).flatMap((id) => block(id) ?? []),
      /** The block with its gaps as dots: "Gehen Sie dorthin: …". */
      open: (phraseId: string) =>
        ownWord(phraseId) ?? (phraseSentence(language, phraseId) ?? phraseId).replace(/\{\{\w+\}\}/g, '…'),
      filled: (phraseId: string, values: PhraseValues) => {
        const { topic } = values;
        const ownTopic = topic !== null && isOwnId(topic) ? (own.get(topic)?.words ?? null) : null;
        return ownWord(phraseId) ?? phraseText(language, phraseId, { ...values, ownTopic }) ?? phraseId;
      },
      paper: (paperId: string) => paperWord(language, paperId),
      place: (placeId: string) => placeWord(language, placeId),
    };
  }, [language, office]);
}

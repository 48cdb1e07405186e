import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type PhraseValues, phraseText } from '../../shared/steps/step-phrase.ts';
import { paperWord, phraseSentence, placeWord } from '../../shared/steps/step-words.ts';

/** Phrase blocks, papers and places in the staff's language. */
export function usePhraseWords() {
  const { i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'de';
  return useMemo(
    () => ({
      /** The block with its gaps as dots: "Gehen Sie dorthin: …". */
      open: (phraseId: string) => (phraseSentence(language, phraseId) ?? phraseId).replace(/\{\{\w+\}\}/g, '…'),
      filled: (phraseId: string, values: PhraseValues) => phraseText(language, phraseId, values) ?? phraseId,
      paper: (paperId: string) => paperWord(language, paperId),
      place: (placeId: string) => placeWord(language, placeId),
    }),
    [language],
  );
}

import { expect, it } from 'vitest';
import { CLIENT_LANGUAGES, TopicId } from '../catalogue/catalogue.ts';
import { pictogramSvg } from '../languages/pictograms.ts';
import { clientPhrases } from '../letters/client-phrases.ts';
import { centralStepPhrases, STEP_SLOTS, stepPapers, stepPlaces } from './step-catalogue.ts';
import { STEP_OWNERS } from './step-phrase.contract.ts';
import { phraseSentence, stepWords } from './step-words.ts';

const inOrder = (a = '', b = '') => a.localeCompare(b);

it('has only blocks of the closed lists, each id once, with a picture', () => {
  for (const phrase of centralStepPhrases) {
    expect(STEP_OWNERS).toContain(phrase.owner);
    expect(STEP_SLOTS).toEqual(expect.arrayContaining([...phrase.slots]));
    for (const topic of phrase.topics) expect(TopicId.safeParse(topic).success, topic).toBe(true);
    expect(pictogramSvg(phrase.pictogram)).not.toContain('undefined');
  }
  for (const paper of stepPapers) expect(pictogramSvg(paper.pictogram)).not.toContain('undefined');
  for (const list of [centralStepPhrases, stepPapers, stepPlaces])
    expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
});

it.each(CLIENT_LANGUAGES)('says every block, paper and place in %s with exactly its own gaps', (language) => {
  for (const { id, slots } of centralStepPhrases) {
    const sentence = phraseSentence(language, id) ?? '';
    const gaps = [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name);
    expect(gaps.toSorted(inOrder), `${language} ${id}`).toEqual(slots.toSorted(inOrder));
  }
  const { papers, places } = stepWords[language];
  const known = { ...clientPhrases[language].bring, ...papers };
  expect(Object.keys(known)).toEqual(expect.arrayContaining(stepPapers.map(({ id }) => id)));
  expect(Object.keys(places).toSorted(inOrder)).toEqual(stepPlaces.map(({ id }) => id).toSorted(inOrder));
});

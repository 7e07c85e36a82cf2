import {useEffect, useState} from 'react';
import {createIntl, useIntl} from 'react-intl';
import {useServices} from '../services.js';
import {languageOf} from '../text/catalogue.js';
import type {FetchedCatalogue, FetchedFolder, FetchedKey} from '../text/fetched-texts.js';
import type {Say} from '../text/use-text.js';

type FetchedTexts<Key extends string> =
  {kind: 'loading'} | {kind: 'loaded'; say: Say<Key>} | {kind: 'unreachable'};

/** Fetches the texts of a part of the script in the reader's language. */
export function useFetchedTexts<Folder extends FetchedFolder>(
  folder: Folder,
): FetchedTexts<FetchedKey<Folder>> {
  const {api} = useServices();
  const language = languageOf(useIntl().locale);
  const [texts, setTexts] = useState<FetchedTexts<FetchedKey<Folder>>>({kind: 'loading'});
  useEffect(() => {
    let isCurrent = true;
    const load = async (): Promise<void> => {
      const answer = await api.texts(folder, language);
      if (!isCurrent) return;
      setTexts(
        answer.kind === 'answer'
          ? {kind: 'loaded', say: sayFrom(language, answer.value)}
          : {kind: 'unreachable'},
      );
    };
    void load();
    return () => {
      isCurrent = false;
    };
  }, [api, folder, language]);
  return texts;
}

/**
 * It has an intl of its own: the page's lacks these translations, and would use English plural rules for a default
 * text.
 */
function sayFrom<Folder extends FetchedFolder>(
  locale: string,
  messages: FetchedCatalogue<Folder>,
): Say<FetchedKey<Folder>> {
  const intl = createIntl({locale, messages});
  return (id, values) => intl.formatMessage({id}, values);
}

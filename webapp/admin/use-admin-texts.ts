import {useEffect, useState} from 'react';
import {createIntl, useIntl} from 'react-intl';
import {useServices} from '../services.js';
import {languageOf} from '../text/catalogue.js';
import type {AdminCatalogue, AdminTextKey} from '../text/use-admin-text.js';
import type {Say} from '../text/use-text.js';

type AdminTexts = {kind: 'loading'} | {kind: 'loaded'; say: Say<AdminTextKey>} | {kind: 'unreachable'};

/** Fetches the texts of the set-up page in the reader's language. */
export function useAdminTexts(): AdminTexts {
  const {api} = useServices();
  const language = languageOf(useIntl().locale);
  const [texts, setTexts] = useState<AdminTexts>({kind: 'loading'});
  useEffect(() => {
    let isCurrent = true;
    const load = async (): Promise<void> => {
      const answer = await api.adminTexts(language);
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
  }, [api, language]);
  return texts;
}

/**
 * It has an intl of its own: the page's lacks these translations, and would use English plural rules for a default
 * text.
 */
function sayFrom(locale: string, messages: AdminCatalogue): Say<AdminTextKey> {
  const intl = createIntl({locale, messages});
  return (id, values) => intl.formatMessage({id}, values);
}

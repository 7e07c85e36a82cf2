import type {ReactNode} from 'react';
import {useIntl} from 'react-intl';
import {catalogueFor, type TextKey} from './catalogue.js';

type Values = Readonly<Record<string, string | number>>;

/** Formats a text in the page's language, by the page's own react-intl. */
export type Say<Key extends string = TextKey> = (key: Key, values?: Values) => string;

/** The text is there even if the page did not take the translations. */
export function useText(): Say {
  const intl = useIntl();
  const texts = catalogueFor(intl.locale);
  return (key, values) => intl.formatMessage({id: key, defaultMessage: texts[key]}, values);
}

/** A text as an element. */
export const Text = ({id, values}: {id: TextKey; values?: Values}): ReactNode => useText()(id, values);

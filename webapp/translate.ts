import {createIntl} from 'react-intl';
import type {GlobalState} from './mattermost/global-state.js';
import {currentUserId, userProfile} from './mattermost/selectors.js';
import {languages} from './messages/languages.js';
import type en from './messages/en.json';

export type MessageId = keyof typeof en;
export type Translate = (id: MessageId, values?: Readonly<Record<string, string | number>>) => string;

/** The catalogue for a locale such as `de` or `pt-BR`; what is not there is English. */
export const messagesFor = (locale: string): Readonly<Record<string, string>> =>
  languages.get(locale.split('-')[0] ?? '') ?? (languages.get('en') as Readonly<Record<string, string>>);

/** Texts outside of React, in the language of the person who is signed in. */
export function translator(state: GlobalState): Translate {
  const wanted = userProfile(state, currentUserId(state))?.locale ?? 'en';
  const locale = languages.has(wanted.split('-')[0] ?? '') ? wanted : 'en';
  const intl = createIntl({locale, messages: {...messagesFor(locale)}});
  return (id, values) => intl.formatMessage({id}, values);
}

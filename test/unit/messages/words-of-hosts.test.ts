import {describe, expect, it} from '@jest/globals';
import {IntlMessageFormat} from 'intl-messageformat';
import type {TextKey} from '../../../server/core/ports/texts.js';
import {languages, texts} from '../../../server/messages/texts.js';

interface Part {
  value?: string;
  options?: Record<string, {value: Part[]}>;
}

/** Whatever a text is filled with, as a service fills it: its settings are nowhere in Mattermost. */
function onService(language: string, key: TextKey): string {
  const message = languages.get(language)?.[key] ?? '';
  const parsed = new IntlMessageFormat(message, language, undefined, {ignoreTag: true}).getAst() as Part[];
  const names = (parts: readonly Part[]): string[] =>
    parts.flatMap(({value = '', options = {}}) => [
      value,
      ...Object.values(options).flatMap((option) => names(option.value)),
    ]);
  const values = Object.fromEntries(names(parsed).map((name) => [name, 1]));
  return texts(language)(key, {...values, settingsUrl: 'none'});
}

/** What a service is not; its address does hold the word. */
const PLUGIN = /(?<!\/)(plug-?in|プラグイン|complemento|extensión|extension\b|erweiterung)/i;

/** Where the settings are that a service does not have there. */
const CONSOLE = /system ?con?sole|systemkonsole|consola de(l)? sistema|console système|システムコンソール/i;

/** They name the System Console rightly, or a service never says them. */
const OF_THE_CONSOLE: ReadonlySet<string> = new Set([
  // The switch for the commands of teams is there.
  'admin.commandDisabled',
  // The address of a service is in its configuration, without which it does not start.
  'check.siteUrl.missing',
]);

describe.each([...languages.keys()])('what people read from a service in %s', (language) => {
  const told = (words: RegExp): TextKey[] =>
    (Object.keys(languages.get(language) ?? {}) as TextKey[]).filter((key) =>
      words.test(onService(language, key)),
    );

  it('calls nothing a plugin', () => {
    expect(told(PLUGIN)).toEqual([]);
  });

  it('sends nobody to the System Console for what is not there', () => {
    expect(told(CONSOLE).filter((key) => !OF_THE_CONSOLE.has(key))).toEqual([]);
  });

  it('does not take its own store for that of Mattermost', () => {
    const store =
      /Mattermost (could not (save|read)|konnte .*(speichern|lesen)|no pudo (guardar|leer)|n’a pas pu (enregistrer|lire))|Mattermostが(データを保存|記録を読み取)/;
    expect(told(store).filter((key) => !onService(language, key).includes('Zoom for Mattermost'))).toEqual(
      [],
    );
  });
});

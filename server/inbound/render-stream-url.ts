import {harmless} from '../core/domain/harmless.js';
import type {StreamPass} from '../core/domain/stream-pass.js';
import type {Translate} from '../core/ports/texts.js';
import type {ListedStreamUrl} from '../core/usecases/list-stream-urls.js';
import type {MadeStreamUrl} from '../core/usecases/make-stream-url.js';
import {showCode} from '../lib/spoken-code.js';
import {codeBlock} from './code-block.js';
import type {Reader} from './reader.js';
import {streamAddress} from './stream-address.js';
import {streamSnippets} from './stream-snippets.js';

/** A stream URL in every form in which it is pasted, for whoever made it, this once. */
export type RenderStreamUrl = (made: MadeStreamUrl, reader: Reader) => string;

export const createRenderStreamUrl =
  ({settingsUrl}: {settingsUrl: string}): RenderStreamUrl =>
  ({pass, token, page}, {translate, isAdmin}) => {
    const url = streamAddress(page.origin, token);
    const plainTopic = pass.topic || translate('topic.default');
    const label = translate('stream.link.label', {topic: plainTopic});
    const snippets = streamSnippets(url, {title: plainTopic, label});
    const sites =
      page.sites.length === 0
        ? translate(isAdmin ? 'stream.noSites.admin' : 'stream.noSites', {settingsUrl})
        : translate('stream.sites', {count: page.sites.length, sites: page.sites});
    return [
      translate('stream.made', {...valuesOf(pass, translate), guests: page.isOpenToGuests ? 'yes' : 'no'}),
      codeBlock(url),
      translate('stream.part'),
      codeBlock(snippets.part),
      translate('stream.whole'),
      codeBlock(snippets.whole),
      translate('stream.link'),
      codeBlock(snippets.link),
      translate('stream.app'),
      codeBlock(snippets.app),
      ...[
        sites,
        translate('stream.host'),
        translate('stream.hls'),
        translate('stream.end', {id: showCode(pass.id)}),
      ].map((note) => `- ${note}`),
    ].join('\n');
  };

/** What is listed for somebody, without what leads in. */
export function renderStreamUrls(listed: readonly ListedStreamUrl[], translate: Translate): string {
  if (listed.length === 0) return translate('stream.list.none');
  const shown = listed.slice(0, MAX_SHOWN);
  const more = listed.length - shown.length;
  return [
    translate('stream.list'),
    ...shown.map(({pass, by}) => {
      const maker = by === undefined ? 'none' : harmless(by, `${pass.topic} ${pass.name}`);
      return translate('stream.list.line', {...valuesOf(pass, translate), id: showCode(pass.id), by: maker});
    }),
    ...(more > 0 ? ['', translate('stream.list.more', {count: more})] : []),
    '',
    translate('stream.list.hint'),
  ].join('\n');
}

const MAX_SHOWN = 30;

/** What a text about one is filled with; `name`: 'none' where it has none. */
export const valuesOf = ({topic, name, expiresAt, kind}: StreamPass, translate: Translate) => ({
  topic: harmless(topic || translate('topic.default'), name),
  name: name === '' ? 'none' : harmless(name, topic),
  endsAt: expiresAt,
  kind,
});

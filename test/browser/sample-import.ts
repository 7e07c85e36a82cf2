import type {ImportItem, ImportPage, ImportRequest} from '../../contract/import.js';
import type {Page} from 'playwright-core';
import type {OpenedPage, OpenOptions} from './open-test-page.js';
import {CHANNEL, NOW, sampleScene, TOMORROW} from './sample-scene.js';
import type {Reply} from './serve-test-page.js';

const HOUR = 60 * 60_000;

/** What Ben hosts in Zoom. */
export const PLANNING: ImportItem = {
  kind: 'meeting',
  number: '85512345678',
  topic: 'Weekly planning',
  starts_at: TOMORROW,
  minutes: 45,
  is_series: true,
};
export const REVIEW: ImportItem = {
  kind: 'meeting',
  number: '81234567890',
  topic: 'Résumé clinic',
  starts_at: TOMORROW + HOUR / 2,
  minutes: 30,
  overlaps: true,
};
export const COFFEE: ImportItem = {kind: 'meeting', number: '82222333344', topic: 'Coffee', is_series: true};
export const LAUNCH: ImportItem = {
  kind: 'webinar',
  number: '92333444555',
  topic: 'All about the new release',
  starts_at: NOW + 72 * HOUR,
  minutes: 90,
};
export const CLOSED: ImportItem = {...LAUNCH, number: '92333444556', topic: 'For staff', obstacle: 'sign-in'};

export const IMPORT = 'POST /plugins/zoom/api/v1/import';
export const listOf = (query: string): string => `GET /plugins/zoom/api/v1/import?${query}`;
export const MEETINGS_LIST = listOf('kind=meeting&when=upcoming');
export const WEBINARS_LIST = listOf('kind=webinar&when=upcoming');
export const PAST_LIST = listOf('kind=webinar&when=past');

const page = (items: readonly ImportItem[], next?: string) => (): Reply => ({
  body: {items, ...(next === undefined ? {} : {next})} satisfies ImportPage,
});

const LISTS = {
  [MEETINGS_LIST]: page([PLANNING, REVIEW, COFFEE]),
  [WEBINARS_LIST]: page([LAUNCH, CLOSED]),
  [PAST_LIST]: page([]),
};
export const listed = page;

export const refusal = (status: number, code: string, message: string): Reply => ({
  status,
  body: {code, message},
});

/** What each card is answered, by the number that is asked for; the others are posted. */
export function answering(byNumber: Readonly<Record<string, Reply>>): (body: unknown) => Reply {
  return (body) =>
    byNumber[(body as ImportRequest).number] ?? {body: {post_id: 'p'.repeat(26), card_id: 'card2'}};
}

/** Ben in a channel with a name. */
export function importScene(more: Parameters<typeof sampleScene>[0] = {}): ReturnType<typeof sampleScene> {
  const scene = sampleScene(more);
  const channels = {
    [CHANNEL]: {id: CHANNEL, type: 'O', name: 'town-square', display_name: 'Town Square'},
    ['e'.repeat(26)]: {id: 'e'.repeat(26), type: 'O', name: 'sales', display_name: 'Sales'},
  };
  const {entities} = scene.state;
  return {
    ...scene,
    state: {...scene.state, entities: {...entities, channels: {...entities.channels, channels}}},
  };
}

/** Opens the panel from the message box. */
export async function openPanel(
  open: (options: OpenOptions) => Promise<OpenedPage>,
  options: OpenOptions = {},
): Promise<OpenedPage & {panel: ReturnType<Page['locator']>}> {
  const opened = await open({
    scene: importScene(),
    ...options,
    replies: {...LISTS, [IMPORT]: answering({}), ...options.replies},
  });
  await opened.page.locator('[data-place=message-box]').click();
  return {...opened, panel: opened.page.locator('.zoom-panel')};
}

/** What was asked to become a card, in order. */
export const imports = ({asked}: Pick<OpenedPage, 'asked'>): ImportRequest[] =>
  asked.filter(({call}) => call === IMPORT).map(({body}) => body as ImportRequest);

/** A red dot. */
export const PICTURE = {
  name: 'dot.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==',
    'base64',
  ),
};

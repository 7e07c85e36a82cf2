import type {Locator} from 'playwright-core';
import type {Component} from './component.js';
import type {OpenOptions} from './open-test-page.js';
import {answering, IMPORT, MEETINGS_LIST, openPanel, PLANNING, refusal, REVIEW} from './sample-import.js';
import type {Reply} from './serve-test-page.js';

const NEVER = (): Promise<Reply> => new Promise(() => undefined);

/** What the panel shows once something was done in it. */
function panel(
  name: string,
  act: (panel: Locator) => Promise<unknown>,
  more: Partial<OpenOptions> = {},
): Component {
  return {
    name,
    show: async (open, look) => {
      const opened = await openPanel(open, {...look, ...more});
      await act(opened.panel);
      return opened.page;
    },
  };
}

const chooseTwo = async (shown: Locator): Promise<void> => {
  for (const {topic} of [PLANNING, REVIEW]) await shown.getByRole('checkbox', {name: topic}).check();
  await shown.getByRole('button', {name: 'Title, description, picture'}).first().click();
  const file = {name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('x')};
  await shown.locator('input[type=file]').setInputFiles(file);
  await shown.getByRole('alert').waitFor();
};

/** The panel in every state that changes its words or colours. */
export const PANELS: readonly Component[] = [
  panel('the panel with something chosen', chooseTwo),
  panel(
    'the panel after a run that was broken off',
    async (shown) => {
      await chooseTwo(shown);
      await shown.getByRole('button', {name: 'Post 2 cards in ~Town Square'}).click();
      await shown.getByText('One card was posted.').first().waitFor();
    },
    {
      replies: {[IMPORT]: answering({[REVIEW.number]: refusal(502, 'zoom_unavailable', 'Zoom is down.')})},
    },
  ),
  panel(
    'the panel at work',
    async (shown) => {
      await chooseTwo(shown);
      await shown.getByRole('button', {name: 'Post 2 cards in ~Town Square'}).click();
      await shown.getByText('Posting 1 of 2…').first().waitFor();
    },
    {replies: {[IMPORT]: NEVER}},
  ),
  panel('the panel with webinars', async (shown) => {
    await shown.getByRole('button', {name: 'Webinars'}).click();
    await shown.getByText('People have to be signed in').waitFor();
  }),
  panel(
    'the panel without a list',
    async (shown) => {
      await shown.getByRole('button', {name: 'Try again'}).waitFor();
    },
    {replies: {[MEETINGS_LIST]: () => refusal(403, 'not_connected', '[Connect](/connect) **once**.')}},
  ),
];

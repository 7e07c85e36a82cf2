import type {Locator, Page} from 'playwright-core';
import type {Asked, OpenedPage} from './open-test-page.js';
import {JOIN_URL} from './sample-scene.js';

/** What the script asks for when a meeting is started. */
export const MEETINGS = 'POST /plugins/zoom/api/v1/meetings';

/** The answer to a start that succeeds. */
export const STARTED = {body: {meeting_url: JOIN_URL, post_id: 'p'.repeat(26)}};

export const startButton = (page: Page): Locator => page.locator('#header button');

/** The starts that the script asked for, in order. */
export const starts = ({asked}: OpenedPage): Asked[] => asked.filter(({call}) => call.startsWith(MEETINGS));

/** What those hear who hear the page; nobody sees it. */
export const announced = (page: Page, text: string): Promise<void> =>
  page.getByRole('status').getByText(text).waitFor({state: 'attached'});

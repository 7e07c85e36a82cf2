import type {Page} from 'playwright-core';
import type {OpenedPage, OpenOptions} from './open-test-page.js';

type Open = (options: OpenOptions) => Promise<OpenedPage>;
type Look = Pick<OpenOptions, 'react' | 'theme'>;

/** Something of ours on the page, as people see it. */
export interface Component {
  name: string;
  show: (open: Open, look: Look) => Promise<Page>;
}

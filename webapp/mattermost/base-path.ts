import {readUrl} from '../../contract/read-url.js';

/**
 * The path below which Mattermost lives, without a slash at the end: `''`, or `/chat` for `https://example.org/chat`.
 */
export function basePathOf(siteUrl: string | undefined, basename: string | undefined): string {
  const path = basename ?? readUrl(siteUrl ?? '')?.pathname ?? '';
  return path.replace(/\/+$/, '');
}

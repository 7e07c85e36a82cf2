import type {Answered} from '../../server/core/ports/probe-site.js';

/** What something out there answers. */
export const siteAnswer = (status: number, headers: Answered['headers'] = {}, beginning = ''): Answered => ({
  kind: 'answered',
  status,
  headers,
  beginning,
});

import type {LookupEndpoint} from '../endpoint.js';
import {startLink, type ZoomStartLink} from './start-link.js';

/** https://developers.zoom.us/docs/api/meetings/#tag/webinars/GET/webinars/{webinarId} As of a meeting. */
export const webinarStartLink: LookupEndpoint<string, ZoomStartLink> = {
  ...startLink,
  path: (number) => ['webinars', number],
  scopes: {granular: 'webinar:read:webinar', classic: ['webinar:read']},
  feature: 'webinars',
};

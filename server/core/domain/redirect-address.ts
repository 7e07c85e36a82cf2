import {ROUTES_PATH} from '../../../contract/routes.js';
import {CONNECTED_PATH} from './site.js';

/** Where Zoom sends a browser back to, which Zoom has to know letter by letter; `''` without a public address. */
export const redirectAddress = (publicUrl: string): string =>
  publicUrl === '' ? '' : `${publicUrl}${ROUTES_PATH}${CONNECTED_PATH}`;

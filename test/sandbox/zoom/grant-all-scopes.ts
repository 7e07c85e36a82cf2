import {API_ROUTES} from '../../../sandbox/zoom/api/routes.js';
import type {ZoomSimulator} from '../../../sandbox/zoom/zoom-simulator.js';

/** The app may do everything for everybody in the account. */
export const grantAllScopes = (simulator: ZoomSimulator): unknown =>
  simulator.changeAccount({scopes: Object.values(API_ROUTES).flatMap(({scopes}) => scopes)});

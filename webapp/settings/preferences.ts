import type {GlobalState} from '../mattermost/global-state.js';
import {preference} from '../mattermost/selectors.js';

/** The plugin's page of a person's settings is kept under this category. */
const CATEGORY = 'pp_zoom';

export const opensMeetings = (state: GlobalState): boolean => preference(state, CATEGORY, 'open') !== 'off';

export const prefersZoomApp = (state: GlobalState): boolean => preference(state, CATEGORY, 'app') === 'zoom';

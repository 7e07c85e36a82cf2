import {type ConnectionMode, ROTATING_SETTINGS} from '../../contract/admin.js';
import type {Mode} from '../core/domain/modes/mode.js';
import {NEEDED_EVENTS} from '../core/domain/needed-events.js';
import {eventsOf, ZOOM_FEATURE_NAMES} from '../core/domain/zoom-features.js';
import {redirectAddress} from '../core/domain/redirect-address.js';
import {neededScopes} from '../core/ports/zoom/scopes.js';
import type {Translate} from '../core/ports/texts.js';

/**
 * What the settings page shows for a way to connect: its fields in the order in which one works, and what Zoom has to
 * know. Every way needs the secrets of webhooks besides its own.
 */
export const describeMode = (
  translate: Translate,
  {name, story, settings, consent, scopes}: Mode,
  publicUrl: string,
): ConnectionMode => ({
  mode: name,
  people: translate(`mode.people.${story}`),
  app: translate(`mode.app.${story}`),
  when_chosen: translate(`mode.chosen.${story}`),
  when_left: consent === 'nobody' ? '' : translate(`mode.left.${consent}`),
  settings: [...settings, ...ROTATING_SETTINGS],
  redirect_url: consent === 'nobody' ? '' : redirectAddress(publicUrl),
  scopes: neededScopes(scopes),
  events: NEEDED_EVENTS,
  features: ZOOM_FEATURE_NAMES.map((feature) => ({
    title: translate(`feature.${feature}`),
    scopes: neededScopes(scopes, feature),
    events: eventsOf(feature),
  })).filter((feature) => feature.scopes.length + feature.events.length > 0),
});

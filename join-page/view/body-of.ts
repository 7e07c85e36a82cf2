import type {JoinPageText} from '../../contract/join-page-shell.js';
import type {State} from '../machine/state.js';
import {element} from './element.js';
import type {ViewDeps} from './view-deps.js';

/** What stands below the sentence, where it is no form. */
export function bodyOf(state: Exclude<State, {kind: 'form'}>, deps: ViewDeps): readonly HTMLElement[] {
  switch (state.kind) {
    case 'looking':
    case 'entering':
    case 'joining':
    case 'inside':
    case 'linking':
      return [];
    case 'waiting':
      return [
        hint('goesOn', deps),
        actions(deps.button('retry', true), deps.button('zoom')),
        ...(state.waitsFor === 'host' ? [hint('hosts', deps)] : []),
      ];
    case 'linked': {
      const {url, app_url} = state.link;
      return [
        actions(
          ...(app_url === undefined ? [] : [link('openApp', app_url, deps, '_self')]),
          link('openZoom', url, deps, '_blank'),
          deps.button('back'),
        ),
      ];
    }
    case 'halted': {
      const {link: to, actions: names} = state.halt;
      // Outside of the frame: neither Zoom nor Mattermost is shown in one.
      const links =
        to === undefined ? [] : [link(to.to, to.url, deps, to.to === 'signIn' ? '_top' : '_blank')];
      const buttons = names.map((name, index) => deps.button(name, index === 0));
      return links.length + buttons.length === 0 ? [] : [actions(...links, ...buttons)];
    }
  }
}

const hint = (text: JoinPageText, {voice}: ViewDeps): HTMLElement =>
  element('p', {className: 'join-hint'}, voice.say(text));

const actions = (...all: readonly HTMLElement[]): HTMLElement =>
  element('p', {className: 'join-actions'}, ...all);

const link = (
  text: JoinPageText,
  href: string,
  {voice}: ViewDeps,
  target: '_blank' | '_self' | '_top',
): HTMLElement =>
  element('a', {href, target, rel: 'noopener noreferrer', className: 'join-main'}, voice.say(text));

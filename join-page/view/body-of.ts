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
      const page = link({text: 'openZoom', href: url, target: '_blank', isMain: app_url === undefined}, deps);
      const app =
        app_url !== undefined && link({text: 'openApp', href: app_url, target: '_self', isMain: true}, deps);
      return [actions(...(app ? [app, page] : [page]), deps.button('back'))];
    }
    case 'halted': {
      const {link: to, actions: names} = state.halt;
      // Outside of the frame: neither Zoom nor Mattermost is shown in one.
      const target = to?.to === 'signIn' ? '_top' : '_blank';
      const links = to === undefined ? [] : [link({text: to.to, href: to.url, target, isMain: true}, deps)];
      const buttons = names.map((name, index) => deps.button(name, index === 0));
      return links.length + buttons.length === 0 ? [] : [actions(...links, ...buttons)];
    }
  }
}

const hint = (text: JoinPageText, {voice}: ViewDeps): HTMLElement =>
  element('p', {className: 'join-hint'}, voice.say(text));

const actions = (...all: readonly HTMLElement[]): HTMLElement =>
  element('p', {className: 'join-actions'}, ...all);

interface LinkOptions {
  text: JoinPageText;
  href: string;
  target: '_blank' | '_self' | '_top';
  isMain: boolean;
}

const link = ({text, isMain, ...options}: LinkOptions, {voice}: ViewDeps): HTMLElement =>
  element(
    'a',
    {...options, rel: 'noopener noreferrer', className: isMain ? 'join-main' : ''},
    voice.say(text),
  );

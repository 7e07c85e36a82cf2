import type {State} from '../machine/state.js';
import type {Event} from '../machine/event.js';
import type {KeptName} from '../kept-name.js';
import {bodyOf} from './body-of.js';
import {element} from './element.js';
import {createFormView, type FormView} from './form-view.js';
import {showCode} from './show-code.js';
import type {Voice} from './speak.js';
import {isBusy, statusText} from './status-text.js';
import type {Typed, ViewDeps} from './view-deps.js';

interface CreateViewDeps {
  /** Emptied first. */
  root: HTMLElement;
  voice: Voice;
  names: KeptName;
  typed: Typed;
  /** They come back from Zoom’s view. */
  hasLeft: boolean;
  act: (event: Event) => void;
}

/** @returns what shows a state */
export function createView({
  root,
  voice,
  names,
  typed,
  hasLeft,
  act,
}: CreateViewDeps): (state: State) => void {
  const title = element('h1', {dir: 'auto', tabIndex: -1});
  const number = element('p', {className: 'join-number'});
  const left = element('p', {hidden: !hasLeft});
  const status = element('p', {className: 'join-status', role: 'status'});
  const body = element('div');
  root.replaceChildren(title, number, left, status, body);
  const button: ViewDeps['button'] = (what, isMain = false) =>
    element(
      'button',
      {type: 'button', className: isMain ? 'join-main' : '', onclick: () => act({kind: 'pressed', what})},
      voice.say(what),
    );
  const deps: ViewDeps = {voice, names, typed, act, button};
  let shown = '';
  let form: FormView | undefined;

  const rebuild = (state: State): void => {
    const hadFocus = root.contains(document.activeElement);
    form = state.kind === 'form' ? createFormView(state, deps) : undefined;
    body.replaceChildren(...(state.kind === 'form' ? (form?.nodes ?? []) : bodyOf(state, deps)));
    // Whoever pressed something finds themselves at what comes next, not at the beginning of the document.
    const found = (what: string): HTMLElement | null => body.querySelector(what);
    if (hadFocus) (found('[aria-invalid]') ?? found('input, button, a') ?? title).focus();
  };
  return (state) => {
    root.hidden = state.kind === 'inside';
    const {meeting} = state;
    voice.speakOf(meeting?.kind ?? 'meeting');
    const name = meeting?.topic || voice.say('title');
    title.textContent = name;
    document.title = name;
    number.textContent = meeting === undefined ? '' : voice.say('number', {number: meeting.number});
    left.textContent = voice.say('left');
    if (state.kind !== 'looking' && state.who !== undefined) left.hidden = true;
    root.setAttribute('aria-busy', String(isBusy(state)));
    // What stays the same is not said again.
    const text = statusText(state, voice);
    if (status.dataset['text'] !== text) showCode(status, text);
    status.dataset['text'] = text;
    if (state.kind === 'form' && form !== undefined) return form.update(state);
    const key = keyOf(state);
    if (key !== shown || form !== undefined) rebuild(state);
    shown = key;
  };
}

/** States with the same key have the same body. */
function keyOf(state: State): string {
  if (state.kind === 'waiting') return `waiting ${state.waitsFor}`;
  return state.kind === 'halted' ? JSON.stringify(state.halt) : state.kind;
}

import {JOIN_PAGE_SHELL_ID, type JoinPageShell} from '../contract/join-page-shell.js';
import {canJoin} from './can-join.js';
import {createKeptName} from './kept-name.js';
import {createKeptRefusal} from './kept-refusal.js';
import {leaveAddress, readQuery, stayAddress} from './read-query.js';
import {type RunPageDeps, runPage} from './run-page.js';
import {createSdk} from './sdk/create-sdk.js';
import {loadScripts} from './sdk/load-scripts.js';
import {createJoinServer} from './server/create-join-server.js';
import style from './style.css';
import type {Timer} from './timer.js';
import {createView} from './view/create-view.js';
import {element} from './view/element.js';
import {createVoice} from './view/speak.js';

const timer: Timer = (milliseconds, run) => {
  const id = setTimeout(run, milliseconds);
  return () => clearTimeout(id);
};

const shell = JSON.parse(document.getElementById(JOIN_PAGE_SHELL_ID)?.textContent ?? '') as JoinPageShell;
const root = document.querySelector('main') ?? document.body;
const language = document.documentElement.lang;
const query = readQuery(location.search);
const names = createKeptName(() => localStorage);
const refusals = createKeptRefusal(history);
const refused = refusals.take();
const offered = {name: query.name || names.read(), email: query.email};
const typed = {
  offered,
  sent: refused && {name: refused.who.name, email: refused.who.email || offered.email},
};

function start(): void {
  document.head.append(element('style', {}, style));
  root.className = query.fills ? 'join join-fill' : 'join';
  // Loaded anew, the page does not say again that somebody has left.
  if (query.hasLeft) history.replaceState(null, '', stayAddress(location.href));
  const show = createView({
    root,
    voice: createVoice(shell, {host: new URL(shell.sdk.base).host}),
    names,
    typed,
    hasLeft: query.hasLeft,
    act: (event) => tell(event),
  });
  const tell = runPage({...outside(), show});
  // Whoever pressed Join finds themselves at what came of it.
  if (refused !== undefined) focusOn('[aria-invalid]', 'input, button, a', 'h1');
  addEventListener('online', () => tell({kind: 'woken'}));
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) tell({kind: 'woken'});
  });
}

/** The first of these that is there. */
const focusOn = (...selectors: readonly string[]): void =>
  selectors
    .map((selector) => root.querySelector<HTMLElement>(selector))
    .find((found) => found !== null)
    ?.focus();

/** All that the page reaches beyond its own view. */
function outside(): Omit<RunPageDeps, 'show'> {
  return {
    server: createJoinServer({
      address: location.pathname,
      language,
      fetch: (...given) => fetch(...given),
      timer,
    }),
    sdk: createSdk({
      files: shell.sdk,
      language,
      leaveUrl: leaveAddress(location.href),
      isIsolated: window.crossOriginIsolated,
      loadScripts,
      global: window,
      timer,
    }),
    circumstances: {canJoin: canJoin(window), opensApp: query.opensApp},
    refused,
    startAnew: (told) => {
      refusals.keep(told);
      location.reload();
    },
    timer,
    random: Math.random,
    isHidden: () => document.hidden,
    openApp: (address) => location.assign(address),
  };
}

start();

import {asRecord, asText, asTexts} from '../api/request.js';

export interface SetupMode {
  mode: string;
  /** Keys of the settings that belong to it. */
  settings: readonly string[];
  scopes: readonly string[];
  events: readonly {name: string; title: string}[];
  /** '' where the mode needs none. */
  redirectUrl: string;
}

export interface Setup {
  webhookUrl: string;
  modes: readonly SetupMode[];
}

/** One line of a test; title and text are whole sentences of the server's. */
export interface Check {
  id: string;
  state: 'works' | 'wrong' | 'missing' | 'unknown';
  title: string;
  text: string;
}

export const readSetup = (body: Readonly<Record<string, unknown>>): Setup => ({
  webhookUrl: asText(body['webhook_url']),
  modes: records(body['modes']).map((mode) => ({
    mode: asText(mode['mode']),
    settings: asTexts(mode['settings']),
    scopes: asTexts(mode['scopes']),
    events: records(mode['events']).map(({name, title}) => ({name: asText(name), title: asText(title)})),
    redirectUrl: asText(mode['redirect_url']),
  })),
});

export const readChecks = (body: Readonly<Record<string, unknown>>): readonly Check[] =>
  records(body['checks']).map(({id, state, title, text}) => ({
    id: asText(id),
    state: STATES.find((known) => known === state) ?? 'unknown',
    title: asText(title),
    text: asText(text),
  }));

const STATES = ['works', 'wrong', 'missing', 'unknown'] as const;

const records = (value: unknown): readonly Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) ? value.map(asRecord) : [];

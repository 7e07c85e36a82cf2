import {describe, expect, it} from '@jest/globals';
import type {AdminSetup, Check, CheckState} from '../../../contract/admin.js';
import type {SettingField} from '../../../webapp/admin/setting-fields.js';
import {sampleMode} from '../../support/sample-mode.js';
import {chosenMode, fieldsOf, isUntouched, STEPS, stepState} from '../../../webapp/admin/setup-steps.js';

const field = (key: string, value: unknown = 'x'): SettingField =>
  ({key, value, element: {}}) as unknown as SettingField;
const FIELDS = ['connectionmode', 'accountid', 'apikey', 'webhooksecret', 'zoomwebhooksecret'].map((key) =>
  field(key),
);
const setup: AdminSetup = {
  webhook_url: '',
  site_url: '',
  mode: 's2s',
  refused: {wrong_address: {count: 0}, wrong_signature: {count: 0}},
  missing: [],
  modes: [
    sampleMode({mode: 's2s', settings: ['AccountID', 'WebhookSecret', 'ZoomWebhookSecret']}),
    sampleMode({mode: 'jwt', settings: ['APIKey', 'ZoomWebhookSecret']}),
  ],
};
const check = (id: string, state: CheckState, ...settings: string[]): Check => ({
  id,
  state,
  settings,
  title: '',
  text: '',
});
const keysOf = (mode: (typeof setup.modes)[number] | undefined) =>
  STEPS.map((step) => fieldsOf(step, FIELDS, mode).map(({key}) => key));

describe('The steps of the set-up', () => {
  it('hold the fields of the chosen connection alone', () => {
    expect(keysOf(setup.modes[1])).toEqual([['connectionmode'], ['apikey'], ['zoomwebhooksecret'], []]);
  });

  it('hold every field once while it is not known what belongs to a connection', () => {
    expect(keysOf(undefined).flat().sort()).toEqual(FIELDS.map(({key}) => key).sort());
  });

  it.each([
    ['jwt', 'jwt'],
    ['', 's2s'],
    ['constructor', 's2s'],
  ])('for the value %j are those of %s', (value, mode) => {
    expect(chosenMode(setup, [field('connectionmode', value)])?.mode).toBe(mode);
  });

  it.each<[CheckState, string, readonly SettingField[], readonly Check[] | undefined]>([
    ['unset', 'none of its fields is filled', [field('accountid', ' ')], [check('token', 'works')]],
    ['missing', 'one of its fields is empty', [field('accountid'), field('apikey', '')], undefined],
    ['unknown', 'nothing was tested', [field('accountid')], undefined],
    [
      'unknown',
      'only what the server makes is empty',
      [field('accountid'), field('webhooksecret', '')],
      undefined,
    ],
    ['works', 'its lines work', [field('accountid')], [check('token', 'works'), check('scopes', 'wrong')]],
    ['wrong', 'one of its lines is wrong', [field('accountid')], [check('token', 'wrong')]],
    ['wrong', 'a line names one of its fields', [field('accountid')], [check('you', 'wrong', 'AccountID')]],
    ['unknown', 'its line could not be tested', [field('accountid')], [check('token', 'unknown')]],
  ])('stand at %s when %s', (state, _, fields, checks) => {
    expect(stepState('values', fields, checks, false)).toBe(state);
  });

  it('have not begun while nobody has entered anything, whatever a test said', () => {
    const empty = FIELDS.map(({key}) => field(key, key === 'connectionmode' ? 'jwt' : ''));
    expect([isUntouched(empty, setup.modes[0]), isUntouched(FIELDS, setup.modes[0])]).toEqual([true, false]);
    const states = STEPS.map((step) =>
      stepState(step, fieldsOf(step, empty, setup.modes[0]), [check('token', 'works')], true),
    );
    expect(states).toEqual(['unset', 'unset', 'unset', 'unset']);
  });

  it('end with one that works only when everything does', () => {
    expect(stepState('test', [], [check('token', 'works'), check('webhook', 'missing')], false)).toBe(
      'missing',
    );
    expect(stepState('test', [], [check('token', 'works')], false)).toBe('works');
  });
});

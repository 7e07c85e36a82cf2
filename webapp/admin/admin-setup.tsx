import React, {useEffect, useState} from 'react';
import {useIntl} from 'react-intl';
import type {Context} from '../context.js';
import type {AdminSectionProps} from '../mattermost/registry.js';
import {plainText} from '../plain-text.js';
import {CheckList} from './check-list.js';
import {CopyRow} from './copy-row.js';
import {type Check, readChecks, readSetup, type Setup, type SetupMode} from './setup.js';
import {Step, type StepState} from './step.js';
import {settingKey, valuesOf} from './typed-values.js';

const MODE = 'ConnectionMode';
/** Belongs to the third step, whatever the mode. */
const WEBHOOK_SETTINGS = ['WebhookSecret', 'ZoomWebhookSecret'];

/** The page on which an administrator sets the plugin up, in the order of the work. */
export function createAdminSetup({api}: Context): React.FC<AdminSectionProps> {
  return function AdminSetup({settingsList}) {
    const {formatMessage} = useIntl();
    const [setup, setSetup] = useState<Setup>();
    const [checks, setChecks] = useState<readonly Check[]>();
    const [problem, setProblem] = useState('');
    const [isBusy, setBusy] = useState(false);

    useEffect(() => {
      void api.get('/api/v1/admin/setup').then((answer) => {
        if (answer.ok) setSetup(readSetup(answer.body));
        else setProblem(answer.message || formatMessage({id: 'zoom.admin.notRunning'}));
      });
    }, [formatMessage]);

    const values = valuesOf(settingsList);
    const mode = setup?.modes.find((known) => known.mode === values[MODE]) ?? setup?.modes[0];
    const fields = (wanted: (key: string) => boolean): React.ReactNode =>
      settingsList.filter(({props}) => wanted(settingKey(props.id)));
    const isMissing = (keys: readonly string[]): boolean => keys.some((key) => (values[key] ?? '') === '');
    const stateOf = (keys: readonly string[], checkIds: readonly string[]): StepState => {
      const found = checks?.filter(({id}) => checkIds.includes(id)) ?? [];
      if (isMissing(keys)) return 'missing';
      if (found.some(({state}) => state === 'wrong' || state === 'missing')) return 'wrong';
      return found.length > 0 && found.every(({state}) => state === 'works') ? 'works' : 'open';
    };
    const credentials = mode?.settings.filter((key) => key !== MODE && !WEBHOOK_SETTINGS.includes(key)) ?? [];

    const test = async (): Promise<void> => {
      setBusy(true);
      setProblem('');
      const answer = await api.post('/api/v1/admin/test', {settings: values});
      setBusy(false);
      if (answer.ok) setChecks(readChecks(answer.body));
      else setProblem(answer.message || formatMessage({id: 'zoom.admin.notRunning'}));
    };

    return (
      <div className="zoom-admin">
        <Step number={1} title={formatMessage({id: 'zoom.admin.mode'})} state="works">
          {fields((key) => key === MODE.toLowerCase())}
        </Step>
        <Step
          number={2}
          title={formatMessage({id: 'zoom.admin.credentials'})}
          state={stateOf(credentials, ['settings', 'token', 'scopes', 'you'])}
        >
          {fields((key) =>
            mode === undefined
              ? !isIn(WEBHOOK_SETTINGS, key) && key !== MODE.toLowerCase()
              : isIn(credentials, key),
          )}
        </Step>
        <Step
          number={3}
          title={formatMessage({id: 'zoom.admin.copy'})}
          state={stateOf(WEBHOOK_SETTINGS, ['webhook', 'validation'])}
        >
          {setup !== undefined && mode !== undefined && <CopyRows setup={setup} mode={mode} />}
          {fields((key) => isIn(WEBHOOK_SETTINGS, key))}
        </Step>
        <Step number={4} title={formatMessage({id: 'zoom.admin.test'})} state={overall(checks)}>
          <p>{formatMessage({id: 'zoom.admin.testHint'})}</p>
          <div className="zoom-card-row">
            <button
              type="button"
              className="zoom-button"
              disabled={isBusy}
              aria-busy={isBusy}
              onClick={() => void test()}
            >
              {formatMessage({id: isBusy ? 'zoom.admin.testing' : 'zoom.admin.testButton'})}
            </button>
          </div>
          {problem !== '' && <p role="alert">{plainText(problem)}</p>}
          <div aria-live="polite">{checks !== undefined && <CheckList checks={checks} />}</div>
        </Step>
      </div>
    );
  };
}

const isIn = (keys: readonly string[], lowerCased: string): boolean =>
  keys.some((key) => key.toLowerCase() === lowerCased);

function overall(checks: readonly Check[] | undefined): StepState {
  if (checks === undefined) return 'open';
  return checks.every(({state}) => state === 'works') ? 'works' : 'wrong';
}

/** What goes from here into the Zoom app. */
function CopyRows({setup, mode}: {setup: Setup; mode: SetupMode}): React.ReactElement {
  return (
    <>
      <CopyRow label="zoom.admin.webhookUrl" text={setup.webhookUrl} />
      {mode.redirectUrl !== '' && <CopyRow label="zoom.admin.redirectUrl" text={mode.redirectUrl} />}
      {mode.scopes.length > 0 && (
        <CopyRow label="zoom.admin.scopes" text={mode.scopes.join(' ')} parts={mode.scopes} />
      )}
      <CopyRow
        label="zoom.admin.events"
        text={mode.events.map(({name}) => name).join(' ')}
        parts={mode.events.map(({title}) => title)}
      />
    </>
  );
}
